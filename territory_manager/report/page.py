"""The report of a plan as one page of HTML that needs nothing else."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from ..translate import tr
from .svg import deviation_bar

if TYPE_CHECKING:
    import pandas as pd

    from ..core.compare import Comparison
    from ..core.statistics import Balance

_STYLE = """
body{font:15px/1.45 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:#222;background:#fff;
margin:0 auto;max-width:1080px;padding:24px}
h1{font-size:26px;margin:0 0 4px}h2{font-size:18px;margin:30px 0 8px}p.about{color:#666;margin:0 0 16px}
p.verdict{font-size:18px;margin:8px 0 16px}.maps{display:flex;flex-wrap:wrap;gap:24px}
figure{margin:0;flex:1 1 380px}figcaption{color:#555;margin-bottom:6px}svg.map{width:100%;height:auto}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:5px 9px;border-bottom:1px solid #e2e2e2;text-align:right;white-space:nowrap}
th{font-weight:600;border-bottom:2px solid #bbb}th.t,td.t{text-align:left}
svg.bar{width:110px;height:12px;vertical-align:middle}
.swatch{display:inline-block;width:12px;height:12px;border:1px solid #555;margin-right:7px;
vertical-align:-1px}
dl{color:#444}dt{font-weight:600}dd{margin:0 0 6px}footer{color:#777;margin-top:28px}
@media print{body{padding:0;max-width:none}h2{break-after:avoid}tr,figure{break-inside:avoid}}
"""
_CHANGES = 40


@dataclass
class Report:
    """What a report shows.

    Attributes
    ----------
    title : headline.
    about : what the plan is about: layer, units, date.
    balance, table : of the plan, as core.statistics gives them.
    measures : names of the measures.
    tolerance : %.
    colors : territory → "#rrggbb".
    maps : (caption, SVG), one or two.
    comparison : with the baseline, if there is one.
    baseline_balance : that of the baseline.
    sources : further lines for the foot.
    """

    title: str
    about: str
    balance: Balance
    table: pd.DataFrame
    measures: Sequence[str]
    tolerance: float
    colors: Mapping[str, str]
    maps: Sequence[tuple[str, str]]
    comparison: Comparison | None = None
    baseline_balance: Balance | None = None
    sources: Sequence[str] = field(default_factory=tuple)


def verdict(report: Report) -> str:
    """How good the plan is, in one line."""
    balance = report.balance
    parts = [
        tr("{within} of {count} territories within ±{tolerance} %").format(
            within=balance.in_tolerance, count=balance.count, tolerance=f"{report.tolerance:g}"
        )
    ]
    if balance.worst and math.isfinite(balance.max_deviation):
        parts.append(
            tr("largest deviation {deviation} % ({name})").format(
                deviation=f"{balance.max_deviation:.1f}", name=balance.worst
            )
        )
    parts.append(
        tr("{count} units unassigned").format(count=balance.unassigned)
        if balance.unassigned
        else tr("every unit assigned")
    )
    parts.append(
        tr("{count} extra pieces").format(count=balance.extra_pieces)
        if balance.extra_pieces
        else tr("every territory in one piece")
    )
    return " · ".join(parts)


def page(report: Report) -> str:
    """The whole page."""
    body = [
        f"<h1>{escape(report.title)}</h1>",
        f'<p class="about">{escape(report.about)}</p>',
        f'<p class="verdict">{escape(verdict(report))}</p>',
    ]
    if report.baseline_balance is not None and report.comparison is not None:
        body.append(f"<p>{escape(_before_and_after(report))}</p>")
    if report.maps:
        figures = "".join(
            f"<figure><figcaption>{escape(caption)}</figcaption>{drawing}</figure>"
            for caption, drawing in report.maps
        )
        body.append(f'<div class="maps">{figures}</div>')
    body += [f"<h2>{escape(tr('Territories'))}</h2>", territories_table(report)]
    if report.comparison is not None:
        body.append(f"<h2>{escape(tr('What changes hands'))}</h2>")
        body.append(changes_table(report.comparison))
    body.append(f"<h2>{escape(tr('How it is measured'))}</h2>{_definitions()}")
    foot = "<br>".join(
        escape(line) for line in [*report.sources, tr("Made with Territory Manager for QGIS.")]
    )
    body.append(f"<footer>{foot}</footer>")
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(report.title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def territories_table(report: Report) -> str:
    """One row for each territory, with the totals below."""
    from ..core.statistics import measure_columns

    table, columns = report.table, measure_columns(tuple(report.measures))
    reps = bool(table["rep"].notna().any())
    heads = [(tr("Territory"), True), *([(tr("Rep"), True)] if reps else []), (tr("Units"), False)]
    for name in report.measures:
        heads += [(name, False), (tr("Share"), False)]
    heads += [(tr("Deviation"), False), ("", False), (tr("Pieces"), False), (tr("Compactness"), False)]
    head = "".join(
        f'<th class="t">{escape(text)}</th>' if left else f"<th>{escape(text)}</th>" for text, left in heads
    )
    finite = [abs(value) for value in table["index_dev"] if math.isfinite(value)]
    widest = max([report.tolerance, *finite])
    rows = []
    for row in table.to_dict("records"):
        name = row["territory"]
        color = report.colors.get(name, "#e4e4e4") if name else "#e4e4e4"
        swatch = f'<span class="swatch" style="background:{escape(color, quote=True)}"></span>'
        cells = [f'<td class="t">{swatch}{escape(name or tr("Unassigned"))}</td>']
        if reps:
            cells.append(f'<td class="t">{escape(row["rep"] or "")}</td>')
        cells.append(_cell(row["units"], ",.0f"))
        for measure, column in zip(report.measures, columns):
            cells += [_cell(row[column], ",.0f"), _cell(row[f"{measure}_pct"], ".1f", " %")]
        cells.append(f"<td>{escape(_deviation(row['index_dev'], report.tolerance))}</td>")
        cells.append(f"<td>{deviation_bar(row['index_dev'], widest, report.tolerance)}</td>")
        cells += [_cell(row["pieces"], ".0f"), _cell(row["compactness"], ".2f")]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return _table(head, rows)


def changes_table(comparison: Comparison) -> str:
    """Who gives what to whom, the most first."""
    moves = comparison.matrix()
    if not len(moves):
        return f"<p>{escape(tr('Nothing changes hands.'))}</p>"
    titles = [tr("From"), tr("To"), tr("Units"), *comparison.measure_names, tr("Disruption")]
    head = "".join(
        f'<th class="t">{escape(t)}</th>' if n < 2 else f"<th>{escape(t)}</th>" for n, t in enumerate(titles)
    )
    rows = []
    for row in moves.head(_CHANGES).to_dict("records"):
        who = "".join(f'<td class="t">{escape(row[end] or tr("Unassigned"))}</td>' for end in ("from", "to"))
        amounts = "".join(_cell(row[name], ",.0f") for name in ["units", *comparison.measure_names])
        rows.append(f"<tr>{who}{amounts}{_cell(row['disruption'], '.2f', ' %')}</tr>")
    more = len(moves) - _CHANGES
    note = f"<p>{escape(tr('{count} smaller ones are left out.').format(count=more))}</p>" if more > 0 else ""
    return _table(head, rows) + note


def _before_and_after(report: Report) -> str:
    before, comparison = report.baseline_balance, report.comparison
    if before is None or comparison is None:
        return ""
    return tr(
        "Against the baseline: {moved} units change hands, {disruption} % of the total; the largest "
        "deviation goes from {before} % to {after} %, the balance index from {index_before} to "
        "{index_after} (100 is perfect)."
    ).format(
        moved=comparison.moved_units,
        disruption=f"{comparison.disruption:.1f}",
        before=f"{before.max_deviation:.1f}",
        after=f"{report.balance.max_deviation:.1f}",
        index_before=f"{before.balance_index:.1f}",
        index_after=f"{report.balance.balance_index:.1f}",
    )


def _definitions() -> str:
    words = [
        (tr("Share"), tr("Of the total of all units, assigned or not.")),
        (tr("Deviation"), tr("100 × (total − target) / target, of the weighted index of all measures.")),
        (tr("Pieces"), tr("Connected parts of the territory; a contiguous one has 1.")),
        (tr("Compactness"), tr("4π × area / perimeter² (Polsby-Popper): 1 is a circle.")),
        (tr("Disruption"), tr("Share of the index that somebody had and has no more.")),
    ]
    return "<dl>" + "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in words) + "</dl>"


def _deviation(value: float, tolerance: float) -> str:
    if not math.isfinite(value):
        return "–"
    value = round(value, 1) or 0.0
    arrow = "" if abs(value) <= tolerance + 1e-9 else "▼ " if value < 0 else "▲ "
    return f"{arrow}{value:+.1f} %".replace("-", "−")


def _cell(value: Any, form: str, unit: str = "") -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return "<td>–</td>"
    return f"<td>{format(value, form)}{unit}</td>"


def _table(head: str, rows: Sequence[str]) -> str:
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="scroll"><table>{body}</table></div>'
