"""Every command without a window, a module for each field; they parse, call services and print."""
