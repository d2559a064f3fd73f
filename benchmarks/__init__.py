"""Speed and memory, each beside a peer in the same run; never part of the tests."""
