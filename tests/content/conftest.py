"""The sample overlay is tested where it lies: it may be another repository, mounted or absent."""

from content.printed import CONFIDENTIAL

collect_ignore = [] if CONFIDENTIAL.is_dir() else ["test_sample.py"]
