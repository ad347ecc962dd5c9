"""What the computer can do: devices, number formats, what fits into memory, and the report for ``doctor``.

Nothing here imports torch at module level, and detection does without it where no accelerator can be.
"""
