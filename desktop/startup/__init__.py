"""What happens before the first window: folders, log, crash traces, one instance."""
