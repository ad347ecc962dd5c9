"""The parts every pane is made of: theme, icons, buttons, fields, panes, chips, toasts."""
