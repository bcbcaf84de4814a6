"""A bar chart as SVG, a group of bars a data set, a bar a tool."""

from __future__ import annotations

from html import escape
from pathlib import Path

COLOURS = ["#1f6f5c", "#c9a227", "#b5651d", "#7d8ca3", "#a9a9a9"]
BAR, GAP, LEFT, WIDTH = 14, 14, 150, 520


def write(bars: list[tuple[str, str, float]], path: Path, title: str) -> None:
    """bars: (data set, tool, value in [0, 1]), in the order they are drawn."""
    tools = list(dict.fromkeys(tool for _, tool, _ in bars))
    colours = {tool: COLOURS[i % len(COLOURS)] for i, tool in enumerate(tools)}
    parts, y = [f'<text x="0" y="14" font-weight="bold">{escape(title)}</text>'], 30
    for i, tool in enumerate(tools):
        parts.append(f'<rect x="{i * 165}" y="{y}" width="10" height="10" fill="{colours[tool]}"/>')
        parts.append(f'<text x="{i * 165 + 14}" y="{y + 9}">{escape(tool)}</text>')
    y += 30
    for data in dict.fromkeys(data for data, _, _ in bars):
        parts.append(f'<text x="{LEFT - 8}" y="{y + 11}" text-anchor="end">{escape(data)}</text>')
        for _, tool, value in (bar for bar in bars if bar[0] == data):
            length = round(value * WIDTH)
            parts.append(f'<rect x="{LEFT}" y="{y}" width="{length}" height="{BAR - 2}" fill="{colours[tool]}"/>')
            parts.append(f'<text x="{LEFT + length + 5}" y="{y + 10}">{value:.4f}</text>')
            y += BAR
        y += GAP
    width = max(LEFT + WIDTH + 60, 165 * len(tools))
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {y}" width="{width}" height="{y}"'
        f' font-family="sans-serif" font-size="11" fill="#555">{"".join(parts)}</svg>\n',
        encoding="utf-8",
    )
