"""Ours beside the peers."""
