"""The frame around the panes: commands, menus, bar, job bar and the arrangement of docks."""
