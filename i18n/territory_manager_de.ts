<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>TerritoryManager</name>
    <message>
      <location filename="../territory_manager/dependencies.py" />
      <source>Territory Manager needs Python packages that are not installed: {packages}. {how} Then restart QGIS.</source>
      <translation>Territory Manager braucht Python-Pakete, die nicht installiert sind: {packages}. {how} Danach QGIS neu starten.</translation>
    </message>
    <message>
      <location filename="../territory_manager/dependencies.py" />
      <source>Open the OSGeo4W Shell from the Start menu and run: {command}</source>
      <translation>Die OSGeo4W-Shell im Startmenü öffnen und ausführen: {command}</translation>
    </message>
    <message>
      <location filename="../territory_manager/dependencies.py" />
      <source>Open Terminal and run: {command}</source>
      <translation>Terminal öffnen und ausführen: {command}</translation>
    </message>
    <message>
      <location filename="../territory_manager/dependencies.py" />
      <source>Open a terminal and run: {command}</source>
      <translation>Ein Terminal öffnen und ausführen: {command}</translation>
    </message>
    <message>
      <location filename="../territory_manager/dependencies.py" />
      <source>Open a terminal and run: {system} – or, where the system's version is too old: {pip}</source>
      <translation>Ein Terminal öffnen und ausführen: {system} – oder, wo die Version des Systems zu alt ist: {pip}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/actions.py" />
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <location filename="../territory_manager/gui/maptools/brush.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/gui/territory_commands.py" />
      <location filename="../territory_manager/plugin.py" />
      <location filename="../territory_manager/processing/provider.py" />
      <source>Territory Manager</source>
      <translation>Territory Manager</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/actions.py" />
      <source>Territory Manager Toolbar</source>
      <translation>Werkzeugleiste Territory Manager</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/actions.py" />
      <source>&amp;Territory Manager</source>
      <translation>&amp;Territory Manager</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/actions.py" />
      <source>Assign To…</source>
      <translation>Zuordnen…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/actions.py" />
      <source>Assign the selected units to a territory</source>
      <translation>Die gewählten Einheiten einem Gebiet zuordnen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <source>Assign To</source>
      <translation>Zuordnen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <location filename="../territory_manager/gui/changes_dock.py" />
      <location filename="../territory_manager/gui/charts_dock.py" />
      <location filename="../territory_manager/gui/empty_state.py" />
      <location filename="../territory_manager/gui/problems_panel.py" />
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>No plan is open</source>
      <translation>Kein Plan ist geöffnet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <source>Select units on the map first</source>
      <translation>Zuerst Einheiten auf der Karte wählen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <source>1 selected unit</source>
      <translation>1 gewählte Einheit</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <source>{count} selected units</source>
      <translation>{count} gewählte Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <source>New Territory…</source>
      <translation>Neues Gebiet…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <location filename="../territory_manager/gui/changes_model.py" />
      <location filename="../territory_manager/gui/gains_model.py" />
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <location filename="../territory_manager/gui/problems_panel.py" />
      <location filename="../territory_manager/gui/stroke_words.py" />
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <location filename="../territory_manager/gui/territories_model.py" />
      <location filename="../territory_manager/gui/territories_words.py" />
      <location filename="../territory_manager/layers/styling.py" />
      <source>Unassigned</source>
      <translation>Nicht zugeordnet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/build_run.py" />
      <source>Build Territories</source>
      <translation>Gebiete bilden</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>A number of territories</source>
      <translation>Eine Anzahl Gebiete</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>One for each rep or territory of a layer</source>
      <translation>Eines je Außendienst oder Gebiet eines Layers</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>The fewest within limits</source>
      <translation>So wenige wie die Grenzen erlauben</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>The most within limits</source>
      <translation>So viele wie die Grenzen erlauben</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Field with the name</source>
      <translation>Feld mit dem Namen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Field with the capacity; none gives everybody the same</source>
      <translation>Feld mit der Kapazität; ohne bekommen alle gleich viel</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Layer</source>
      <translation>Layer</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Capacity</source>
      <translation>Kapazität</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/charts/chart_data.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Compactness</source>
      <translation>Kompaktheit</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>balance</source>
      <translation>Ausgleich</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>shape</source>
      <translation>Form</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Every territory in one piece</source>
      <translation>Jedes Gebiet in einem Stück</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Units with the same value stay in one territory</source>
      <translation>Einheiten mit gleichem Wert bleiben in einem Gebiet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>No territory crosses these lines or polygons</source>
      <translation>Kein Gebiet überquert diese Linien oder Polygone</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>The same seed gives the same territories</source>
      <translation>Gleicher Startwert, gleiche Gebiete</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>s</source>
      <translation>s</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>The best plan found until then is taken</source>
      <translation>Der beste bis dahin gefundene Plan wird genommen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Keep together</source>
      <translation>Zusammenhalten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Barriers</source>
      <translation>Barrieren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Time limit</source>
      <translation>Zeitgrenze</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>What stands in the way</source>
      <translation>Was im Wege steht</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Run</source>
      <translation>Starten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/charts/chart_canvas.py" />
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/gui/territories_view.py" />
      <location filename="../territory_manager/processing/base.py" />
      <source>Territories</source>
      <translation>Gebiete</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/charts_dock.py" />
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Balance</source>
      <translation>Ausgleich</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Tolerance</source>
      <translation>Toleranz</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Locks</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>The number of units</source>
      <translation>Die Zahl der Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Every measure by itself: {measures}</source>
      <translation>Jede Messgröße für sich: {measures}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>{units} locked units and {territories} locked territories stay as they are</source>
      <translation>{units} gesperrte Einheiten und {territories} gesperrte Gebiete bleiben, wie sie sind</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Look what stands in the way</source>
      <translation>Nachsehen, was im Wege steht</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>Select it</source>
      <translation>Wählen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>Select them</source>
      <translation>Wählen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>The limits contradict each other: at least {fewest} and at most {most} territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>{units} units into {fewest} to {most} territories</source>
      <translation>{units} Einheiten in {fewest} bis {most} Gebiete</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>{units} units into {count} territories</source>
      <translation>{units} Einheiten in {count} Gebiete</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>target {target} each</source>
      <translation>Ziel je {target}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <source>Nothing is known to stand in the way.</source>
      <translation>Es ist nichts bekannt, was im Wege steht.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_run.py" />
      <source>A build is under way. Cancel it first, or wait for it.</source>
      <translation>Es werden gerade Gebiete gebildet. Zuerst abbrechen oder darauf warten.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_run.py" />
      <location filename="../territory_manager/layers/build_preparation.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Build territories</source>
      <translation>Gebiete bilden</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_run.py" />
      <source>starting…</source>
      <translation>beginnt…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_run.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_run.py" />
      <source>Stops and keeps the best territories found so far</source>
      <translation>Hält an und behält die besten bisher gefundenen Gebiete</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_run.py" />
      <source>Nothing changed.</source>
      <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Changes</source>
      <translation>Änderungen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>The alignment that changes are measured against</source>
      <translation>Die Zuordnung, gegen die Änderungen gemessen werden</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>Compare with</source>
      <translation>Vergleichen mit</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>By Move</source>
      <translation>Nach Wechsel</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>By Territory</source>
      <translation>Nach Gebiet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>Revert Selected</source>
      <translation>Gewählte zurücknehmen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>Revert All</source>
      <translation>Alle zurücknehmen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <location filename="../territory_manager/layers/baseline.py" />
      <source>Last saved</source>
      <translation>Zuletzt gespeichert</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>Field {field}</source>
      <translation>Feld {field}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>Nothing differs from “{baseline}”.</source>
      <translation>Nichts weicht von „{baseline}“ ab.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>1 unit differs</source>
      <translation>1 Einheit weicht ab</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>{count} units differ</source>
      <translation>{count} Einheiten weichen ab</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>{share} of the balance changes hands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>1 had no territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>{count} had no territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>1 unit is locked and stays</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>{count} units are locked and stay</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>Zoom to Units</source>
      <translation>Auf Einheiten zoomen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>Revert</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_model.py" />
      <source>Change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_model.py" />
      <location filename="../territory_manager/gui/charts/chart_data.py" />
      <location filename="../territory_manager/gui/gains_model.py" />
      <location filename="../territory_manager/gui/limits_table.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Units</source>
      <translation>Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_model.py" />
      <location filename="../territory_manager/gui/gains_model.py" />
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <location filename="../territory_manager/processing/realignment.py" />
      <source>Disruption</source>
      <translation>Umbruch</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_model.py" />
      <source>Share of the balanced quantity that another territory has now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/charts/chart_canvas.py" />
      <source>“{ending}” is no format for a chart. Choose png or svg.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/charts/chart_canvas.py" />
      <source>{file} cannot be written. Choose another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/charts/chart_data.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Number of units</source>
      <translation>Zahl der Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts/chart_data.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Index</source>
      <translation>Index</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts/chart_data.py" />
      <source>Area, km²</source>
      <translation>Fläche, km²</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts/chart_data.py" />
      <source>Deviation, %</source>
      <translation>Abweichung, %</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts/frontier_chart.py" />
      <source>{disruption} changes hands, largest deviation {deviation}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/charts/frontier_chart.py" />
      <source>Largest deviation</source>
      <translation>Größte Abweichung</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts/frontier_chart.py" />
      <source>Share that changes hands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Charts</source>
      <translation>Diagramme</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Export Chart</source>
      <translation>Diagramm exportieren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>What the bars show</source>
      <translation>Was die Balken zeigen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Also show the alignment that changes are measured against, dotted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Across</source>
      <translation>Waagerecht</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Up</source>
      <translation>Senkrecht</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>against</source>
      <translation>gegen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Compare Measures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Save the chart as PNG or SVG</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>Copy the chart as a picture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/charts_dock.py" />
      <source>All measures</source>
      <translation>Alle Messgrößen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/empty_state.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/plugin.py" />
      <source>New Plan…</source>
      <translation>Neuer Plan…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/empty_state.py" />
      <location filename="../territory_manager/plugin.py" />
      <source>Open Sample Plan</source>
      <translation>Beispielplan öffnen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/empty_state.py" />
      <source>Packages are missing</source>
      <translation>Pakete fehlen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/empty_state.py" />
      <source>Begin with your own map of postal codes, counties or accounts, or look around in the sample.</source>
      <translation>Mit der eigenen Karte von Postleitzahlen, Kreisen oder Kunden beginnen oder sich im Beispiel umsehen.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/gains_model.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Territory</source>
      <translation>Gebiet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/gains_model.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Rep</source>
      <translation>Außendienst</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/gains_model.py" />
      <source>Gained minus lost</source>
      <translation>Gewonnen minus verloren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/gains_model.py" />
      <source>Before → after</source>
      <translation>Vorher → nachher</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/gains_model.py" />
      <source>before {before}, gained {gained}, lost {lost}, after {after}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/headline.py" />
      <source>{within} of {count} within {tolerance}</source>
      <translation>{within} von {count} innerhalb {tolerance}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/headline.py" />
      <source>No territories yet</source>
      <translation>Noch keine Gebiete</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/headline.py" />
      <source>worst {territory} {deviation}</source>
      <translation>am weitesten {territory} {deviation}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/headline.py" />
      <source>1 extra piece</source>
      <translation>1 Stück zu viel</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/headline.py" />
      <source>{count} extra pieces</source>
      <translation>{count} Stücke zu viel</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/headline.py" />
      <source>{count} unassigned</source>
      <translation>{count} nicht zugeordnet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/limits_table.py" />
      <source>Limits of a territory</source>
      <translation>Grenzen eines Gebiets</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/limits_table.py" />
      <location filename="../territory_manager/gui/measures_table.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Measure</source>
      <translation>Messgröße</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/limits_table.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Minimum</source>
      <translation>Mindestens</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/limits_table.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Maximum</source>
      <translation>Höchstens</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Territory Painting</source>
      <translation>Gebiete malen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Planning Mode</source>
      <translation>Planungsmodus</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Planning mode: while it is off, no tool can assign anything</source>
      <translation>Planungsmodus: solange er aus ist, kann kein Werkzeug etwas zuordnen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>The territory that is painted; also chosen in the Territories dock</source>
      <translation>Das Gebiet, das gemalt wird; auch im Bedienfeld Gebiete wählbar</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Territory that is painted</source>
      <translation>Gebiet, das gemalt wird</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <location filename="../territory_manager/gui/maptools/paint_tool.py" />
      <source>Paint</source>
      <translation>Malen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Click or drag over units to assign them (P)</source>
      <translation>Einheiten anklicken oder überstreichen, um sie zuzuordnen (P)</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Paint Rectangle</source>
      <translation>Rechteck malen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Assign the units whose middle lies in a rectangle (R)</source>
      <translation>Die Einheiten zuordnen, deren Mitte in einem Rechteck liegt (R)</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Paint Lasso</source>
      <translation>Lasso malen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Assign the units whose middle lies in a freehand loop (L)</source>
      <translation>Die Einheiten zuordnen, deren Mitte in einer Freihandschlinge liegt (L)</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <location filename="../territory_manager/gui/maptools/fill_tool.py" />
      <source>Fill</source>
      <translation>Füllen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Assign all unassigned or enclosed units that can be reached from a click (F)</source>
      <translation>Alle nicht zugeordneten oder eingeschlossenen Einheiten zuordnen, die vom Klick aus erreichbar sind (F)</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Paint Groups</source>
      <translation>Gruppen malen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Assign whole groups: units with the same value of a field (G)</source>
      <translation>Ganze Gruppen zuordnen: Einheiten mit gleichem Wert eines Feldes (G)</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Pull Border</source>
      <translation>Grenze ziehen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Drag the border between two territories (B)</source>
      <translation>Die Grenze zwischen zwei Gebieten ziehen (B)</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Pick Territory</source>
      <translation>Gebiet aufnehmen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Choose the territory to paint from the map (K, or Alt-click with any tool)</source>
      <translation>Das Gebiet zum Malen von der Karte nehmen (K, oder Alt-Klick mit jedem Werkzeug)</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <location filename="../territory_manager/gui/territories_view.py" />
      <source>Lock</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Lock the selected units; without a selection, units that are clicked</source>
      <translation>Die gewählten Einheiten sperren; ohne Auswahl die angeklickten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Unlock</source>
      <translation>Entsperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Unlock the selected units; without a selection, units that are clicked</source>
      <translation>Die gewählten Einheiten entsperren; ohne Auswahl die angeklickten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Units with the same value are painted together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Paint units together that share</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Lock the Painted Territory</source>
      <translation>Das gemalte Gebiet sperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Lock All Territories</source>
      <translation>Alle Gebiete sperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Unlock Everything</source>
      <translation>Alles entsperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Only from</source>
      <translation>Nur von</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Paint only over units of this territory</source>
      <translation>Nur Einheiten dieses Gebiets übermalen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>What happens when a stroke cuts a territory or breaks a limit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Warn</source>
      <translation>Warnen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Say so in the label, and do it</source>
      <translation>Es am Zeiger sagen und tun</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Forbid</source>
      <translation>Verbieten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Say so, and change nothing</source>
      <translation>Es sagen und nichts ändern</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Allow</source>
      <translation>Erlauben</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Do it without a word</source>
      <translation>Ohne ein Wort tun</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>{count} selected units are locked.</source>
      <translation>{count} gewählte Einheiten sind gesperrt.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>{count} selected units are unlocked.</source>
      <translation>{count} gewählte Einheiten sind entsperrt.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Any</source>
      <translation>Beliebig</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <source>Cuts: {rule}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/area_tools.py" />
      <source>Paint rectangle with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/area_tools.py" />
      <source>Drag a rectangle over the middles of units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/area_tools.py" />
      <source>Paint lasso with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/area_tools.py" />
      <source>Draw a loop around the middles of units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/border_tool.py" />
      <source>Pull border over</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/border_tool.py" />
      <source>Drag a border: the side dragged into gives its units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/border_tool.py" />
      <source>Press nearer to a border between two territories, then drag.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/brush.py" />
      <source>Paint a unit first, then the right button swaps where from and where to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/brush.py" />
      <source>Locked units keep their territory.</source>
      <translation>Gesperrte Einheiten behalten ihr Gebiet.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/brush.py" />
      <source>Nothing was changed: this stroke {what}. To paint anyway, choose Warn or Allow.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/brush.py" />
      <source>Layer “{layer}” is being edited now: undo takes a stroke back, saving the layer keeps it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/fill_tool.py" />
      <source>Click unassigned or enclosed units to fill all in reach.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/fill_tool.py" />
      <source>These units belong to {territory} already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/fill_tool.py" />
      <source>{unit} is part of {territory}, neither cut off nor enclosed. Paint its units instead.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/group_tool.py" />
      <source>Paint groups with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/group_tool.py" />
      <source>Choose the field that makes the groups in the menu of the button.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/group_tool.py" />
      <source>Click or drag: all units with the same {field} are painted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/lock_tool.py" />
      <source>Click or drag over units to lock them; Shift-click locks their territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/lock_tool.py" />
      <source>Click or drag over units to unlock them; Shift-click unlocks their territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/lock_tool.py" />
      <source>locked</source>
      <translation>gesperrt</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/lock_tool.py" />
      <location filename="../territory_manager/gui/stroke.py" />
      <source>{territory} is locked</source>
      <translation>{territory} ist gesperrt</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/lock_tool.py" />
      <source>not locked</source>
      <translation>nicht gesperrt</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/paint_tool.py" />
      <source>Click or drag over units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/pick_tool.py" />
      <source>Click a unit: its territory is painted from now on. Esc goes back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/pick_tool.py" />
      <source>Paint {territory}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/territory_tool.py" />
      <source>{tool} {unit}: {territory}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/territory_tool.py" />
      <source>{tool} {count} units: {territory}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/territory_tool.py" />
      <source>{what} Now: {territory}. Alt-click picks another, right click swaps, Esc cancels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/territory_tool.py" />
      <source>The layer was edited meanwhile; the stroke was cancelled.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/measures_table.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Measures to balance</source>
      <translation>Auszugleichende Messgrößen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/measures_table.py" />
      <source>Weight</source>
      <translation>Gewicht</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/measures_table.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/measures_table.py" />
      <source>Weight of {measure}</source>
      <translation>Gewicht von {measure}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>New Plan</source>
      <translation>Neuer Plan</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>Existing field</source>
      <translation>Vorhandenes Feld</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>Create one</source>
      <translation>Eines anlegen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>Number</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>From a layer</source>
      <translation>Aus einem Layer</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>Field with the name of the territory or rep</source>
      <translation>Feld mit dem Namen von Gebiet oder Außendienst</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>Units layer</source>
      <translation>Layer der Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Territory field</source>
      <translation>Gebietsfeld</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>What is seen of the layer</source>
      <translation>Was vom Layer zu sehen ist</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>Looking at {layer}…</source>
      <translation>{layer} wird angesehen…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>{count} territories in the field now ({names})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>The project has no layer of polygons or points. Add one to plan with.</source>
      <translation>Das Projekt hat keinen Polygon- oder Punktlayer. Einen hinzufügen, um damit zu planen.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>Copy to GeoPackage…</source>
      <translation>In GeoPackage kopieren…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>The new territory field needs a name.</source>
      <translation>Das neue Gebietsfeld braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>{field} cannot be both territory and measure.</source>
      <translation>{field} kann nicht zugleich Gebiet und Messgröße sein.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>The layer of territories has no names in the chosen field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>The layer has no CRS: its coordinates are taken as metres.</source>
      <translation>Der Layer hat kein KBS: Seine Koordinaten gelten als Meter.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>Copy to GeoPackage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>GeoPackage (*.gpkg)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/numbers.py" />
      <source>T</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/numbers.py" />
      <source>G</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/numbers.py" />
      <source>M</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/numbers.py" />
      <source>k</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_preview.py" />
      <source>Look at the units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_preview.py" />
      <source>Look for neighbours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>1 unit</source>
      <translation>1 Einheit</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <location filename="../territory_manager/gui/stroke_words.py" />
      <source>{count} units</source>
      <translation>{count} Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>looking for neighbours…</source>
      <translation>Nachbarn werden gesucht…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>1 connected part</source>
      <translation>1 zusammenhängender Teil</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>{count} connected parts</source>
      <translation>{count} zusammenhängende Teile</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>no nulls</source>
      <translation>keine Leerwerte</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>target {target} units each</source>
      <translation>Ziel je {target} Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>target {share} of the index each</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>heaviest unit {unit} {share} of a target</source>
      <translation>schwerste Einheit {unit}, {share} eines Ziels</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>The layer has no features. Add units to it or choose another layer.</source>
      <translation>Der Layer hat keine Objekte. Einheiten hinzufügen oder einen anderen Layer wählen.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>There are {territories} territories for {units} units.</source>
      <translation>{territories} Gebiete sind zu viele für {units} Einheiten.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>Use {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>{units} below 0 in {measure}: negative values cannot be balanced.</source>
      <translation>{units} unter 0 in {measure}: Negative Werte lassen sich nicht ausgleichen.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>{measure} sums to 0: there is nothing to balance. Choose another field.</source>
      <translation>{measure} ergibt zusammen 0: Es gibt nichts auszugleichen. Ein anderes Feld wählen.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>{measure} holds text that is no number, such as “{example}”. It counts as 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>{units} without {measure}; missing values count as 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>{units} without a shape: no neighbours, not on the map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>{units} apart from the largest connected part. Bridges will join them for contiguity.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>the index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>the units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>{unit} has {share} of {measure}. The largest of {number} territories within {tolerance} may have {most}.</source>
      <translation>{unit} hat {share} von {measure}. Das größte von {number} Gebieten innerhalb {tolerance} darf {most} haben.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>Choose {number} territories</source>
      <translation>{number} Gebiete wählen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>Choose {tolerance}</source>
      <translation>{tolerance} wählen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>{number} territories can hold it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>{count} units ({names})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>In pieces</source>
      <translation>In Stücken</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Enclave</source>
      <translation>Enklave</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Out of tolerance</source>
      <translation>Außerhalb der Toleranz</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Duplicate id</source>
      <translation>Doppelte Kennung</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Overlap</source>
      <translation>Überlappung</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Invalid shape</source>
      <translation>Ungültige Form</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>No shape</source>
      <translation>Ohne Form</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Missing value</source>
      <translation>Fehlender Wert</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Negative value</source>
      <translation>Negativer Wert</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Nothing to balance</source>
      <translation>Nichts auszugleichen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Too far</source>
      <translation>Zu weit</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Empty territory</source>
      <translation>Leeres Gebiet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Unknown territory</source>
      <translation>Unbekanntes Gebiet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Island</source>
      <translation>Insel</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Problem</source>
      <translation>Problem</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>What to Do</source>
      <translation>Was zu tun ist</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Look for problems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Fix problems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>{count} units are locked or have no neighbour with a territory; they stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Fix</source>
      <translation>Beheben</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Give enclaves and unassigned units to the neighbour with the longest common border</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Zoom To</source>
      <translation>Hinzoomen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>{count} problems, {errors} of them errors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>No problems found.</source>
      <translation>Keine Probleme gefunden.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>Problems</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Rebalance Territories</source>
      <translation>Gebiete neu ausgleichen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Looking for plans that disturb little…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <location filename="../territory_manager/layers/rebalancing.py" />
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Rebalance territories</source>
      <translation>Gebiete neu ausgleichen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>What is balanced</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>What is lost when a unit changes hands, such as accounts or sales</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Nobody</source>
      <translation>Niemand</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Whose units are shared out among the neighbours; nobody else is touched</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>A new territory grows from this home; the others move little</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Keep the plans found so far</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Less Disruption</source>
      <translation>Weniger Umbruch</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>More Balance</source>
      <translation>Mehr Ausgleich</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Disruption is counted in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Who leaves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Who joins</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>Nothing changes hands; the largest deviation stays {deviation}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>{units} units, {share} of the whole, change hands. Largest deviation {change}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>That is not within the tolerance yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/sample.py" />
      <source>Counties</source>
      <translation>Countys</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/sample.py" />
      <location filename="../territory_manager/processing/base.py" />
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Accounts</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/sample.py" />
      <source>Reps</source>
      <translation>Außendienst</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/sample.py" />
      <source>The sample {path} cannot be read.</source>
      <translation>Das Beispiel {path} ist nicht lesbar.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>{unit} is locked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>{count} units are locked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>{territory} would be in {count} pieces</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>cuts {territory} in two</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>cuts {territory} into {count} pieces</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>{territory} has no units left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>{territory} has more {measure} than {limit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>{territory} has less {measure} than {limit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>units</source>
      <translation>Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>{rep} loses 1 unit, {share} of {measure}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke.py" />
      <source>{rep} loses {count} units, {share} of {measure}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke_words.py" />
      <source>{units}: {before} {arrow} {after}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke_words.py" />
      <source>{what}: not allowed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke_words.py" />
      <source>{count} territories</source>
      <translation>{count} Gebiete</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Looking for moves…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>Suggest moves</source>
      <translation>Wechsel vorschlagen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>The plan changed since this was suggested. Choose again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Balance {one} and {other}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Give away the surplus of {territory}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Moves</source>
      <translation>Wechsel</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Balance Two</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Balance two neighbouring territories; nobody else is touched</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Give Surplus</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Give what a territory has too much of to its neighbours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Make the selected moves, as one undo step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Problems ({count})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>{one} and {other}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>No two unlocked territories touch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>No territory is above the tolerance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>{question}: no move is better than what is there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>{question}: 1 unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>{question}: {count} units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>Select a suggestion to see on the map and in the table what it would do.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>No single move or swap makes the plan more balanced.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <source>{unit} and {count} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>Move</source>
      <translation>Wechsel</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>Worst</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>Better By</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>Whole</source>
      <translation>Ganz</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>What would move, from whom to whom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>Largest deviation of all territories, before and after</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>Percentage points by which the typical deviation of all territories falls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>Share of the balanced quantity that changes hands; negative where it goes back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>Whether all territories stay in one piece</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>not in one piece</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>pts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/table_export.py" />
      <source>Excel workbook (*.xlsx)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_export.py" />
      <source>Comma separated values (*.csv)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_export.py" />
      <source>OpenDocument spreadsheet (*.ods)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_export.py" />
      <source>“{ending}” is no format for a table. Choose xlsx, ods or csv.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_export.py" />
      <source>{file} cannot be written ({reason}). Close it in other programs or choose another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Colour of the territory on the map</source>
      <translation>Farbe des Gebiets auf der Karte</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Salesperson or team who owns the territory</source>
      <translation>Verkäufer oder Team, dem das Gebiet gehört</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Total of {measure}</source>
      <translation>Summe von {measure}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Worst deviation</source>
      <translation>Größte Abweichung</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Deviation</source>
      <translation>Abweichung</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Of all measures the one that is farthest from its target, in % of the target</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>How far {measure} is from the target, in % of the target</source>
      <translation>Wie weit {measure} vom Ziel entfernt ist, in % des Ziels</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Locked territories keep their units</source>
      <translation>Gesperrte Gebiete behalten ihre Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Share of the whole ({measure})</source>
      <translation>Anteil am Ganzen ({measure})</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Pieces</source>
      <translation>Stücke</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Connected parts; a contiguous territory has one</source>
      <translation>Zusammenhängende Teile; ein zusammenhängendes Gebiet hat einen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Polsby-Popper: 1 is a circle, near 0 a ribbon</source>
      <translation>Polsby-Popper: 1 ist ein Kreis, nahe 0 ein Band</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Area (km²)</source>
      <translation>Fläche (km²)</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Area in square kilometres</source>
      <translation>Fläche in Quadratkilometern</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Perimeter (km)</source>
      <translation>Umfang (km)</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Length of the border in kilometres</source>
      <translation>Länge der Grenze in Kilometern</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>{measure} share</source>
      <translation>Anteil {measure}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Share of all {measure}</source>
      <translation>Anteil an allem von {measure}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>{measure} deviation</source>
      <translation>Abweichung {measure}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Export Table</source>
      <translation>Tabelle exportieren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>The table is in {file}</source>
      <translation>Die Tabelle ist in {file}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Options and commands</source>
      <translation>Einstellungen und Befehle</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Balance on: what deviation and share are shown for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Balance on</source>
      <translation>Ausgleich nach</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Filter…</source>
      <translation>Filtern…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Filter territories</source>
      <translation>Gebiete filtern</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>{plan}: territories in field {field} of layer {layer}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Every measure</source>
      <translation>Jede Messgröße</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Add Territory…</source>
      <translation>Gebiet hinzufügen…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/plugin.py" />
      <source>Build Territories…</source>
      <translation>Gebiete bilden…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Unlock All Territories</source>
      <translation>Alle Gebiete entsperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Point Out Units When a Territory Is Clicked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Copy Table</source>
      <translation>Tabelle kopieren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Export Table…</source>
      <translation>Tabelle exportieren…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/plugin.py" />
      <source>Close Plan</source>
      <translation>Plan schließen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_model.py" />
      <location filename="../territory_manager/layers/territory_list.py" />
      <source>A territory needs a name.</source>
      <translation>Ein Gebiet braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_view.py" />
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_view.py" />
      <source>Reset Columns</source>
      <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_words.py" />
      <source>Locked: its units stay</source>
      <translation>Gesperrt: Seine Einheiten bleiben</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_words.py" />
      <source>Not locked</source>
      <translation>Nicht gesperrt</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_words.py" />
      <source>{territory}: double-click to change the colour</source>
      <translation>{territory}: Doppelklick ändert die Farbe</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_words.py" />
      <source>within {tolerance}</source>
      <translation>innerhalb {tolerance}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_words.py" />
      <source>beyond {tolerance}</source>
      <translation>außerhalb {tolerance}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_words.py" />
      <source>Locked</source>
      <translation>Gesperrt</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Select one unit on the map first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Select units on the map first, then assign them to a territory.</source>
      <translation>Zuerst Einheiten auf der Karte wählen, dann einem Gebiet zuordnen.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Nothing was assigned: all selected units are locked or there already.</source>
      <translation>Nichts wurde zugeordnet: Alle gewählten Einheiten sind gesperrt oder schon dort.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Add Territory</source>
      <translation>Gebiet hinzufügen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Name (leave it empty for the next free number)</source>
      <translation>Name (leer: die nächste freie Nummer)</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Rename Territory</source>
      <translation>Gebiet umbenennen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Set Rep</source>
      <translation>Außendienst setzen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Salesperson or team who owns {territory}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Colour of {territory}</source>
      <translation>Farbe von {territory}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>Remove Territory</source>
      <translation>Gebiet entfernen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_commands.py" />
      <source>{territory} has {count} units. They will be unassigned; undo brings them back.</source>
      <translation>{territory} hat {count} Einheiten. Ihre Zuordnung wird aufgehoben; Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Zoom to Territory</source>
      <translation>Auf Gebiet zoomen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Zoom to Territories</source>
      <translation>Auf Gebiete zoomen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Select Units</source>
      <translation>Einheiten wählen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Unassign Selected Units ({count})</source>
      <translation>Zuordnung der gewählten Einheiten aufheben ({count})</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Assign Selected Units Here ({count})</source>
      <translation>Gewählte Einheiten hier zuordnen ({count})</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Why Is the Selected Unit Here?</source>
      <translation>Warum ist die gewählte Einheit hier?</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Rename…</source>
      <translation>Umbenennen…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Change Colour…</source>
      <translation>Farbe ändern…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Set Rep…</source>
      <translation>Außendienst setzen…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Unlock Territories</source>
      <translation>Gebiete entsperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Unlock Territory</source>
      <translation>Gebiet entsperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Lock Territories</source>
      <translation>Gebiete sperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Lock Territory</source>
      <translation>Gebiet sperren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Remove Territory…</source>
      <translation>Gebiet entfernen…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/tolerance_spin_box.py" />
      <source>How far a territory may be from its target, in % of the target</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/why_dialog.py" />
      <source>This feature is no unit of the plan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/why_dialog.py" />
      <source>Why Is {unit} Here?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/why_dialog.py" />
      <source>{unit} belongs to {territory}.</source>
      <translation>{unit} gehört zu {territory}.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/why_dialog.py" />
      <source>nobody</source>
      <translation>niemand</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/why_dialog.py" />
      <source>It touches no other territory, so it can only stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/why_dialog.py" />
      <source>Every move makes something worse:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/why_dialog.py" />
      <source>This is what moving it would do:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/why_dialog.py" />
      <source>Move There</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_measures.py" />
      <source>The accounts layer “{layer}” is not in the project any more; {measures} are left out of the balance. Add the layer again, or choose other measures.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_measures.py" />
      <source>Layer “{layer}” lacks the field of {measures}, left out of the balance until it is back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_measures.py" />
      <source>1 of the accounts in “{layer}” lies in no unit and counts for nobody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_measures.py" />
      <source>{count} of the accounts in “{layer}” lie in no unit and count for nobody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_measures.py" />
      <source>{count} of the accounts in “{layer}” have no number in “{field}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/baseline.py" />
      <source>Revert changes</source>
      <translation>Änderungen zurücknehmen</translation>
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <source>Layer “{layer}” has no units to build from: all are locked, or none has a shape.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <source>{unit} has {value} in {measure}. Negative values cannot be balanced; correct it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Choose the layer with the territories or reps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <source>The fewest territories need a maximum for at least one measure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <source>The most territories need a minimum for at least one measure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <source>The minimum of {measure} is above its maximum.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <source>{locked} territories are locked or have locked units, but only {number} are wanted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <location filename="../territory_manager/layers/rebalancing.py" />
      <location filename="../territory_manager/layers/writing.py" />
      <source>Layer “{layer}” has no field “{field}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>The layer “{layer}”, in which the territories are drawn, is not in the project any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>Layer “{layer}” has no field “{field}” any more, so no territory has a name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>{first} and {second} overlap by {area} km².</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>{count} units lie in more than one territory and count for none: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>{count} units lie in no territory: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>{count} polygons of “{layer}” have no name in “{field}”; what they hold is unassigned.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>Lies in {names} and counts for none of them. Move a border so that they do not overlap.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>Lies in no territory. Move a border over its centre.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>The territories of this plan are drawn in layer “{layer}”. Move their borders there, or write them into a field of the units first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>Field “{field}” of layer “{layer}” is not text and cannot hold names of territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>Write territories into {field}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>Layer “{layer}” cannot be edited.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <location filename="../territory_manager/layers/writing.py" />
      <source>The field “{field}” could not be added to layer “{layer}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <location filename="../territory_manager/layers/reading.py" />
      <source>feature {id}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/field_watch.py" />
      <source>The field “{field}” was removed from layer “{layer}”; it is left out of the balance.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/field_watch.py" />
      <source>Layer “{layer}” has no field “{field}” any more, so nobody has anything. Undo its removal, or make a plan with another field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/flags.py" />
      <source>“{value}” in field “{field}” of {name} says neither yes nor no. Use true or false, 1 or 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <location filename="../territory_manager/layers/session.py" />
      <source>The tolerance must be 0 % or more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>The units layer of plan “{plan}” is not in the project any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <location filename="../territory_manager/layers/writing.py" />
      <source>Layer “{layer}” cannot be read. Repair its data source.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>Layer “{layer}” has neither polygons nor points. Choose another one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <location filename="../territory_manager/layers/reading.py" />
      <source>Layer “{layer}” has no field “{field}”. Its fields are: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>Field “{field}” of layer “{layer}” is not text and cannot hold names of territories. Choose a text field, or let New Plan create one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>Field “{field}” of layer “{layer}” holds no numbers and cannot be balanced.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>A plan needs at least one territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan.py" />
      <source>The project's plan “{plan}” names no {missing}. Make the plan anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan.py" />
      <source>There are {weights} weights for {measures} measures. Give one for each.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan.py" />
      <source>The weight of “{field}” is {weight}. Give a number of 0 or more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan.py" />
      <source>The plans stored in this project cannot be read ({reason}). Make the plan anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan.py" />
      <source>The plans stored in this project cannot be read. Make the plan anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan.py" />
      <source>The plans of this project were saved by a newer Territory Manager (schema {theirs}, this one reads up to {ours}). Update the plugin to open them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reading.py" />
      <source>Layer “{layer}” has {kind}. Units must be polygons or points.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reading.py" />
      <source>lines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reading.py" />
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>no geometry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reading.py" />
      <source>The coordinates of layer “{layer}” do not fit its CRS, {crs}. Set the CRS that they were made in (Layer ‣ Layer CRS ‣ Set CRS of Layer).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reading.py" />
      <source>The coordinates do not fit the layer's CRS, {crs}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reading.py" />
      <source>“{value}” cannot be read as a number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reading.py" />
      <source>Layer “{layer}” has no CRS: its coordinates are taken as metres on a plane.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reading.py" />
      <source>They look like degrees; set the CRS of the layer for true distances and areas.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reading.py" />
      <source>Layer “{layer}” is in Web Mercator, which shows areas and distances away from the equator too large. Totals and neighbours are not affected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/rebalancing.py" />
      <location filename="../territory_manager/layers/suggesting.py" />
      <source>The plan has no territories yet. Build or assign some first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/rebalancing.py" />
      <source>There is a territory “{territory}” already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/rebalancing.py" />
      <source>{count} units have no number of 0 or more in “{field}”, {unit} first. Fill it in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/session.py" />
      <source>Unassign units</source>
      <translation>Zuordnung aufheben</translation>
    </message>
    <message>
      <location filename="../territory_manager/layers/session.py" />
      <source>Assign to {territory}</source>
      <translation>{territory} zuordnen</translation>
    </message>
    <message>
      <location filename="../territory_manager/layers/session.py" />
      <source>The plan is closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/session.py" />
      <source>1 unit is locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/session.py" />
      <source>{count} units are locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/session.py" />
      <source>{territory} is locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/tasks.py" />
      <source>“{task}” gave no result.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territories.py" />
      <source>Choose the field of “{layer}” that names the territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territories.py" />
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>“{layer}” has no field “{field}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territories.py" />
      <source>“{layer}” has no rows; it needs one for each territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territories.py" />
      <source>Row {row} of “{layer}” has no name in “{field}”. Name every territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territories.py" />
      <source>“{name}” occurs more than once in field “{field}” of “{layer}”. Give every territory its own name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territories.py" />
      <source>The capacity of “{name}” in field “{field}” of “{layer}” is {value}. It must be a number above 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territories.py" />
      <source>missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territory_list.py" />
      <source>Rename {old} to {new}</source>
      <translation>{old} in {new} umbenennen</translation>
    </message>
    <message>
      <location filename="../territory_manager/layers/territory_list.py" />
      <source>{territory} or some of its units are locked. Unlock them first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territory_list.py" />
      <source>Remove {territory}</source>
      <translation>{territory} entfernen</translation>
    </message>
    <message>
      <location filename="../territory_manager/layers/territory_list.py" />
      <source>“{color}” is no colour. Give one like #1b9e77.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territory_list.py" />
      <source>There is no territory “{territory}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territory_list.py" />
      <source>There is a territory “{territory}” already. Choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Copy it into a GeoPackage to work on it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Layer “{layer}” is read-only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Layer “{layer}” takes no new fields.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Add territory field</source>
      <translation>Gebietsfeld anlegen</translation>
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Assign units</source>
      <translation>Einheiten zuordnen</translation>
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Feature {id} of layer “{layer}” could not be changed. Nothing was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Another edit of layer “{layer}” is under way. Finish it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Layer “{layer}” cannot be edited: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>its source refuses.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Field “{field}” of layer “{layer}” holds {length} characters, too few for “{code}”. Shorten the name or choose a longer text field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Field “{field}” of layer “{layer}” is not text and cannot hold “{code}”. Choose a text field or let Territory Manager create one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Layer “{layer}” could not be copied to {path}: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>The copy {path} cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Open a plan first.</source>
      <translation>Zuerst einen Plan öffnen.</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Choose a layer and what to balance</source>
      <translation>Einen Layer wählen und was auszugleichen ist</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Look around in 400 counties of four US states</source>
      <translation>Sich in 400 Countys von vier US-Staaten umsehen</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Make balanced, contiguous and compact territories of the open plan's units</source>
      <translation>Aus den Einheiten des offenen Plans ausgeglichene, zusammenhängende und kompakte Gebiete bilden</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Rebalance Territories…</source>
      <translation>Gebiete neu ausgleichen…</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Bring the plan within tolerance while little changes hands; a rep leaves or joins</source>
      <translation>Den Plan in die Toleranz bringen, während wenig den Besitzer wechselt; jemand geht oder kommt</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Validate Territories</source>
      <translation>Gebiete prüfen</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>List what is wrong with the plan, each with its place on the map</source>
      <translation>Auflisten, was am Plan falsch ist, je mit seinem Ort auf der Karte</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Stop following the open plan; its layer and settings stay</source>
      <translation>Dem offenen Plan nicht mehr folgen; Layer und Einstellungen bleiben</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>The sample plan cannot be copied to {folder}: {reason}</source>
      <translation>Der Beispielplan lässt sich nicht nach {folder} kopieren: {reason}</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Southeast (Sample)</source>
      <translation>Südosten (Beispiel)</translation>
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Folder for the Copy of the Sample</source>
      <translation>Ordner für die Kopie des Beispiels</translation>
    </message>
    <message>
      <location filename="../territory_manager/processing/base.py" />
      <source>territory,sales,balance,alignment,districting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/base.py" />
      <source>Cancelled before there was a result.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Divides units into balanced, contiguous and compact territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>What cannot be reached, such as a unit heavier than a territory may be, is said before the search begins; then the best possible plan is made. Cancel keeps the best plan found so far.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>districting,redistricting,regions,partition,allocate,balance,compact,contiguous,sales reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/dissolve_territories.py" />
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>Number of territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>As given below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>One for each territory or rep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Fewest within the limits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Most within the limits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>How many territories there will be.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Number of territories, where it is given. Left out: one for each row of the territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Limits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>The least and the most that a territory may have of a measure. Empty is no limit. The measure “units” stands for the number of units where none is balanced.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>New territory field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Name of the field with the territories in the output.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Units with territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>The units with all their fields and the territory, coloured by territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/dissolve_territories.py" />
      <source>Territory boundaries</source>
      <translation>Gebietsgrenzen</translation>
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>One polygon for each territory, with the statistics.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>Largest deviation (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>Unassigned units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Pieces beyond one per territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Moment of inertia</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Proven lower bound of the moment of inertia</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Distance to that bound (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Give the number of territories, or a layer with territories or reps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Where the number is to be found, leave the layer of territories out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>The fewest territories within limits need a maximum for at least one measure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>The most territories within limits need a minimum for at least one measure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Locks need the current territory field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/realignment.py" />
      <source>Locked territories need the layer with the territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Name the new territory field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Building {count} territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>{number} territories are wanted, but the layer of territories has {rows} rows. Choose “One for each territory or rep”, or leave the layer out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>{locked} territories have locked units, but only {number} territories are wanted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Writing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/color_territories.py" />
      <source>Color territories</source>
      <translation>Gebiete einfärben</translation>
    </message>
    <message>
      <location filename="../territory_manager/processing/color_territories.py" />
      <source>Gives each territory a colour of its own, such that neighbours never look alike.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/color_territories.py" />
      <source>Neighbouring colours also differ clearly for colour-blind eyes. Colours that are given already can be kept. The input may hold units, or territories that are already dissolved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/color_territories.py" />
      <source>colour,palette,style,colour-blind,categorized</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/color_territories.py" />
      <source>Colours to keep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/color_territories.py" />
      <source>Field with colours as #rrggbb, given earlier: territories that have one keep it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/color_territories.py" />
      <source>Colored</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/color_territories.py" />
      <source>The units with the field “color”, shown in the colours of their territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/color_territories.py" />
      <source>Number of colours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Compare alignments</source>
      <translation>Zuordnungen vergleichen</translation>
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Shows which units change hands between two alignments, and who gains and loses by it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>The two alignments are two fields of one layer, or a field of the units and a field of another layer or table that is joined by a key. Disruption is the share, in %, of what is measured that somebody had and has no more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>difference,scenario,change,before,after,disruption,transition matrix</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Territory before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Field of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Territory after</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Field of the units, where there is no other layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Other layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>A layer or table with the territories after.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Key of the units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Field of the units by which the two are joined.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Key of the other layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Field with the same keys.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Territory of the other layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Field with the territories after.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Changed units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>The units that change hands: from, to and their measures.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Changes by territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>For each territory: before, gained, lost and after, of units and of each measure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Changes from and to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>What goes from whom to whom: units and each measure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Units that change hands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Disruption (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>The other layer needs both key fields and its territory field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Choose the field with the territories after, or another layer that has them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Key “{key}” of “{layer}” has two territories, {one} and {two}. Keep one of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>{count} units are not in “{layer}”, {unit} first; they count as unassigned after.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/dissolve_territories.py" />
      <source>Dissolving units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/dissolve_territories.py" />
      <source>Puts the units of each territory together into one shape, with the territory's statistics.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/dissolve_territories.py" />
      <source>Points are given the part of the map that is nearer to them than to any other point. Units without a territory are left out. The result is coloured so that neighbours never look alike.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/dissolve_territories.py" />
      <source>dissolve,merge,outline,polygons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/dissolve_territories.py" />
      <source>One polygon for each territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>The weights “{text}” are not numbers separated by commas.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>There are {measures} measures but {weights} weights. Give one weight for each measure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>Weights must be 0 or more, and not all of them 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>Reading units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>Layer “{layer}” has no features. Choose a layer with units, or another selection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>The same holds for {count} more units, features {ids}{more}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>Field “{field}” has a number in none of the {count} units. Choose another field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>{text} (feature {id})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <location filename="../territory_manager/processing/problems.py" />
      <source>Finding neighbours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>The map has parts that do not touch. Bridges that join them ({count}): {bridges}{more}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>These territories are not in the table of territories, so they have no target: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/limits.py" />
      <source>Limits need three columns: measure, minimum, maximum.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/limits.py" />
      <source>There is a limit for “{name}”, which is not balanced. Balanced are: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/limits.py" />
      <source>There are two rows of limits for “{name}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/limits.py" />
      <source>The minimum of “{name}”, {low}, is above its maximum, {high}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/limits.py" />
      <source>The limit “{text}” of “{name}” is not a number of 0 or more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/outputs.py" />
      <source>Field “{field}” is there already; the output has the new values.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>The polygons or points that territories are made of: counties, postal codes, accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>The field that says to which territory a unit belongs. Empty is unassigned.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Current territory field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Today's territories, for units and territories that are locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Fields of numbers, such as potential, sales or workload. Without any, every unit counts 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Weights of the measures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>One number for each measure, separated by commas: 2, 1 makes the first twice as important. Default: all the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>The weighted index of all measures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Every measure by itself</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>The index is the weighted sum of the measures, each as a share of its total.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Tolerance (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>How far a territory may be from its target, in % of the target.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Territories or reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>A table, or a layer of points (the reps' homes), with one row for each territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Name of the territory or rep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Field of that table. Default: the field that reads like a name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Field of that table: relative size of the target; 2 gets twice as much as 1. Default: all the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Field of that table: who serves the territory, for the statistics. Default: the name, where the layer has points.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Locked territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Field of that table: true where a territory must keep exactly the units it has.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Contiguous</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Every territory is in one piece. Islands are joined by the shortest bridges, which are reported.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>0: balance only. 100: shape above all, within the tolerance.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Locked units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Field of the units: true where a unit must keep its current territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Units with the same value in this field stay in one territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>Maximum distance (metres)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>The farthest a unit may be from the centre of its territory or the home of its rep.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Lines or polygons, such as rivers or lakes, that no territory may cross.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Bridges</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>A table of pairs of units that count as neighbours, such as the two ends of a ferry.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Bridge from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Field of that table: id of the one unit. Default: “from”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Bridge to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Field of that table: id of the other unit. Default: “to”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Unit id</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Field of the units to which the ids of the bridges refer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Another seed gives another plan; the same seed gives the same plan again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Time limit (seconds)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>After this time the best plan found so far is taken.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>Territory statistics</source>
      <translation>Gebietsstatistik</translation>
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>One row for each territory: units, totals, shares, deviations, area, compactness, pieces.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>All constraints kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>What was reached, in words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/problems.py" />
      <source>None of the {count} units of layer “{layer}” has a usable geometry.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/problems.py" />
      <source>Pairs of neighbours that barriers separate: {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/problems.py" />
      <source>Units without a usable geometry, which stay unassigned: {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/problems.py" />
      <source>Choose the two fields of “{layer}” with the ids of the units that a bridge joins.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/problems.py" />
      <source>The bridge from {start} to {end} is left out: there is no such unit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/problems.py" />
      <source>{one} (feature {first}) and {other} (feature {second}) have the same id “{id}” in field “{field}”. Give every unit its own id, or choose another field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/problems.py" />
      <source>{unit} is locked but has no territory in the plan ({count} such units). Unlock it or assign it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/problems.py" />
      <source>Bridges need the field with the ids of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/realignment.py" />
      <source>What is lost when a unit changes hands: accounts, sales, relationships. Default: the unit's share of what is balanced.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/realignment.py" />
      <source>No unit of layer “{layer}” has a territory in “{field}”. Build territories first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/realignment.py" />
      <source>Units without a number in “{field}”: {count}, {unit} first. They count as 0, so moving them disturbs nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/realignment.py" />
      <source>{unit} (feature {id}) has {value} in “{field}”. Disruption must be 0 or more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Brings existing territories within tolerance while as little as possible changes hands.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>With a limit on the disruption: as balanced as that allows. A rep who leaves: name their territory, or leave it out of the layer of territories; only its neighbours take its units. A rep who joins: add them to the layer of territories; their territory grows from their home.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>realign,disruption,reassign,rep leaves,rep joins,optimize</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Maximum disruption (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>The most that may change hands, in % of all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Territory whose rep leaves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Its units are shared out among its neighbours; nobody else gives any away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Rebalanced units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>The units with the new territory and the previous one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>One row for each unit that changes hands: from, to and its measures.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Proven least disruption (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Rebalancing {count} territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>There is no territory “{name}” that a rep could leave. There are: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Only one rep can leave at a time, but these territories are to go: {names}. Add all but one to the layer of territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>{gone} leaves and {fresh} joins. Do one after the other: first without {fresh}, then with the result and without {gone}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Roll up accounts to units</source>
      <translation>Kunden zu Einheiten zusammenfassen</translation>
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Counts the accounts in each unit and adds up their fields.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>An account on the border of two units counts in one of them only. Where the units are points, each account belongs to the nearest. Values that are missing are reported and left out of the sum; a sum is empty where no account of the unit has a value, and 0 where there is no account.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>customers,count,sum,join,points in polygon,aggregate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>A layer of points.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Fields to add up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Fields of the accounts, such as sales or calls per year. A field that the units have too gets a number appended.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Field for the count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Name of the field with the number of accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Units with accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>The units with all their fields, the count and the sums.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Accounts outside</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Accounts that lie in no unit, with the reason.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Accounts in a unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Accounts in no unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Name the field for the count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Only one of the two layers has a CRS; their coordinates are taken as the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Finding the unit of each account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Accounts that lie in no unit: {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>in no unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>Ranks single moves and swaps of units by how much they improve the balance.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>Each suggestion is judged by itself, from the territories as they are. The two units of a swap have the same rank. Improvement is in points of the deviation of all territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>suggestion,swap,improve,realign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>At most so many suggestions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>Suggested moves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>One feature for each unit to move.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>Number of suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>No single move or swap improves the balance.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>Measures how balanced, compact and contiguous the territories of a layer are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>One row for each territory: number of units; total, share and deviation from the target for every measure; the same for the index; area, perimeter, compactness (Polsby-Popper, 1 is a circle) and the number of pieces. Units without a territory are a row of their own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>summary,deviation,compactness,polsby-popper,totals</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>The table.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>Balance index (100 is perfect)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/tradeoff_curve.py" />
      <source>Balance against disruption</source>
      <translation>Ausgleich gegen Umbruch</translation>
    </message>
    <message>
      <location filename="../territory_manager/processing/tradeoff_curve.py" />
      <source>Shows how much balance can be had for how much changing hands.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/tradeoff_curve.py" />
      <source>Each row is a real plan, and none is beaten by another: Rebalance territories with its disruption as the maximum, and with the same seed, makes it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/tradeoff_curve.py" />
      <source>tradeoff,efficient frontier,pareto,realign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/tradeoff_curve.py" />
      <source>Steps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/tradeoff_curve.py" />
      <source>At most so many plans.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/tradeoff_curve.py" />
      <source>One row for each plan: disruption and largest deviation in %, number of moved units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/tradeoff_curve.py" />
      <source>Number of plans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/tradeoff_curve.py" />
      <source>Cancelled: the plans found so far.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>Validate territories</source>
      <translation>Gebiete prüfen</translation>
    </message>
    <message>
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>Lists everything that is wrong with units and territories, each at its place on the map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>Unassigned units, territories in several pieces or out of tolerance, enclaves, missing and negative values, broken or overlapping shapes, ids given twice, units too far away, and more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>check,problems,quality,errors,topology</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>One feature for each problem: what, how serious, where, and what to do.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>Number of problems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>Looking for problems</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
