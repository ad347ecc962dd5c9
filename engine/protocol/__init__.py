"""What the window and the engine say to each other: jobs, messages, errors and their encoding.

Standard library and msgspec only, so that the window can import it without loading a single codec or model library.
"""
