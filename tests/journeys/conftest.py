"""Journeys stand in front of the same window as the tests of its pages."""

from tests.qt.conftest import dressed, qtbot, theme

__all__ = ["dressed", "qtbot", "theme"]
