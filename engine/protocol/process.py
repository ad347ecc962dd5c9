"""How the window and the engine process find each other and notice that the other is gone."""

ADDRESS_VARIABLE = "PORTRAITS_ENGINE_ADDRESS"
KEY_VARIABLE = "PORTRAITS_ENGINE_KEY"
"""Hexadecimal digits of the connection's key; new for each engine process."""

HEARTBEAT_SECONDS = 1.0
"""How often the engine sends Stats."""

SHUTDOWN_GRACE_SECONDS = 1.5
"""How long a running job has to clean up after Shutdown before the engine ends anyway."""
