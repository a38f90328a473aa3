"""The districting solver: which unit belongs to which territory.

Every step is a file named for what it does; :mod:`.build` and :mod:`.rebalance` put the steps together.
Nothing here knows QGIS or Qt, nothing is random beyond the seed that is handed in.
"""
