"""Journeys stand in front of the same window as the tests of its pages."""

from tests.qt.conftest import dressed, language_as_before, qtbot, theme

__all__ = ["dressed", "language_as_before", "qtbot", "theme"]
