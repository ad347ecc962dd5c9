"""The project file: its structs, how it is read, checked, written and packed. Standard library and msgspec only."""
