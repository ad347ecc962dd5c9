"""The queue as a person sees it: the job bar at the bottom and the queue view."""
