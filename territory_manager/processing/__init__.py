"""Processing: parameters in, the core called, sinks out; one file per algorithm."""
