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
      <location filename="../territory_manager/gui/account_commands.py" />
      <source>Account Rules…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_commands.py" />
      <source>Accounts that belong to somebody whatever the map says: by name, family or rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_commands.py" />
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>Account Rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_commands.py" />
      <source>This plan has no accounts yet. Which layer holds them?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_commands.py" />
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <location filename="../territory_manager/gui/sample.py" />
      <location filename="../territory_manager/gui/segments_table.py" />
      <location filename="../territory_manager/gui/work_columns.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/base.py" />
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <location filename="../territory_manager/processing/coverage_accounts.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Accounts</source>
      <translation>Kunden</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/account_commands.py" />
      <source>{count} accounts follow the map again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_commands.py" />
      <source>{count} accounts belong to {territory} whatever the map says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>This plan has no accounts layer. Choose one in New Plan, or import accounts first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>Every account in “{layer}” has one owner: the territory it names, else that of its family, else of the first rule that holds, else the map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>Text field of the accounts with the territory or rep who has them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>Accounts of one family go with its named members, where these have one owner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>New Table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>Edit Rules…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>Owner by name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Account family</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>Territories that get no units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>A segment, an industry or named accounts; builds leave it alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>{count} accounts, {map} of them follow the map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>{territory} has {count} whatever the map says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/account_rules_dialog.py" />
      <source>{territory} is to get no units but has {count}: assign them to others.</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/gui/reason_edit.py" />
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
      <source>Planning mode is off: nothing is assigned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <source>Switch Planning Mode On</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/gui/compare_models.py" />
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/gui/doubts_list.py" />
      <location filename="../territory_manager/gui/gains_model.py" />
      <location filename="../territory_manager/gui/map_toolbar.py" />
      <location filename="../territory_manager/gui/past_dialog.py" />
      <location filename="../territory_manager/gui/problems_panel.py" />
      <location filename="../territory_manager/gui/stroke_words.py" />
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <location filename="../territory_manager/gui/territories_model.py" />
      <location filename="../territory_manager/gui/territories_view.py" />
      <location filename="../territory_manager/gui/territories_words.py" />
      <location filename="../territory_manager/layers/alignment_export.py" />
      <location filename="../territory_manager/layers/comparison_layer.py" />
      <location filename="../territory_manager/layers/styling.py" />
      <location filename="../territory_manager/layers/themes.py" />
      <location filename="../territory_manager/report/page.py" />
      <source>Unassigned</source>
      <translation>Nicht zugeordnet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <source>1 Selected Account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <source>{count} Selected Accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/assign_menu.py" />
      <source>Follow the Map Again</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Layer</source>
      <translation>Layer</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/gui/reps_tree.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Capacity</source>
      <translation>Kapazität</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <location filename="../territory_manager/gui/levels_tree.py" />
      <location filename="../territory_manager/gui/plan_commands.py" />
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <location filename="../territory_manager/gui/territory_commands.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <location filename="../territory_manager/layers/territory_labels.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/gui/charts/chart_data.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/report/page.py" />
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
      <source>No territory crosses the border between two values, such as two states</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Stay within</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Keep together</source>
      <translation>Zusammenhalten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/layers/planning_layers_file.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Barriers</source>
      <translation>Barrieren</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/build_dialog.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
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
      <location filename="../territory_manager/gui/history_models.py" />
      <location filename="../territory_manager/gui/level_chooser.py" />
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <location filename="../territory_manager/gui/reps_tree.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/gui/territories_view.py" />
      <location filename="../territory_manager/layers/territory_labels.py" />
      <location filename="../territory_manager/processing/base.py" />
      <location filename="../territory_manager/processing/territory_report.py" />
      <location filename="../territory_manager/report/page.py" />
      <location filename="../territory_manager/report/pdf.py" />
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
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <location filename="../territory_manager/gui/territories_foot.py" />
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
      <source>Obeyed</source>
      <translation type="unfinished" />
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
      <source>The build began in “{scenario}”, which is shown again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/build_run.py" />
      <source>Nothing changed.</source>
      <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>Carry Over from Last Year</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>Points that tell which part of a unit counts; without them its area does</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>What an account counts, such as its sales; nothing: 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>Units of which their territory had less are listed to look at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>Last year's units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>Their territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>Weight of an account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>Certain from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>The project has no other layer of polygons. Add last year's units to it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>Choose the field with the territory of last year's units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/carry_over_dialog.py" />
      <source>The units of this plan are points. Only polygons can be laid over others.</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>1 had no territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>{count} had no territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_dock.py" />
      <source>Give the units back to whom they had before, as one undo step</source>
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
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <location filename="../territory_manager/gui/history_dialog.py" />
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
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>Change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_model.py" />
      <location filename="../territory_manager/gui/charts/chart_data.py" />
      <location filename="../territory_manager/gui/compare_models.py" />
      <location filename="../territory_manager/gui/compare_pages.py" />
      <location filename="../territory_manager/gui/gains_model.py" />
      <location filename="../territory_manager/gui/history_models.py" />
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/gui/limits_table.py" />
      <location filename="../territory_manager/gui/past_dialog.py" />
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <location filename="../territory_manager/report/page.py" />
      <source>Units</source>
      <translation>Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/changes_model.py" />
      <location filename="../territory_manager/gui/compare_models.py" />
      <location filename="../territory_manager/gui/compare_pages.py" />
      <location filename="../territory_manager/gui/gains_model.py" />
      <location filename="../territory_manager/gui/suggestions_model.py" />
      <location filename="../territory_manager/processing/realignment.py" />
      <location filename="../territory_manager/report/page.py" />
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
      <location filename="../territory_manager/gui/territories_foot.py" />
      <source>Number of units</source>
      <translation>Zahl der Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/charts/chart_data.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/gui/territories_foot.py" />
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
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <location filename="../territory_manager/gui/history_dialog.py" />
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
      <location filename="../territory_manager/gui/columns_table.py" />
      <source>Columns of the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/columns_table.py" />
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/gui/layout_table.py" />
      <source>Column</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/columns_table.py" />
      <source>Taken As</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/columns_table.py" />
      <source>For Example</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/columns_table.py" />
      <source>Text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/columns_table.py" />
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/suggest_moves.py" />
      <source>Number</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/columns_table.py" />
      <source>left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>&amp;Plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>&amp;Scenarios and History</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>&amp;Import and Export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>&amp;Insight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <location filename="../territory_manager/gui/empty_state.py" />
      <location filename="../territory_manager/gui/plan_chooser.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>New Plan…</source>
      <translation>Neuer Plan…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>Choose a layer and what to balance</source>
      <translation>Einen Layer wählen und was auszugleichen ist</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <location filename="../territory_manager/gui/empty_state.py" />
      <source>Open Sample Plan</source>
      <translation>Beispielplan öffnen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>Look around in 400 counties of four US states</source>
      <translation>Sich in 400 Countys von vier US-Staaten umsehen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Build Territories…</source>
      <translation>Gebiete bilden…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>Make balanced, contiguous and compact territories of the open plan's units</source>
      <translation>Aus den Einheiten des offenen Plans ausgeglichene, zusammenhängende und kompakte Gebiete bilden</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>Rebalance Territories…</source>
      <translation>Gebiete neu ausgleichen…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>Bring the plan within tolerance while little changes hands; a rep leaves or joins</source>
      <translation>Den Plan in die Toleranz bringen, während wenig den Besitzer wechselt; jemand geht oder kommt</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Add Planning Layers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>Layers to draw seeds, barriers and bridges in, which the plan obeys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>Validate Territories</source>
      <translation>Gebiete prüfen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>List what is wrong with the plan, each with its place on the map</source>
      <translation>Auflisten, was am Plan falsch ist, je mit seinem Ort auf der Karte</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <location filename="../territory_manager/gui/plan_chooser.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Close Plan</source>
      <translation>Plan schließen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/command_list.py" />
      <source>Stop following the open plan; its layer and settings stay</source>
      <translation>Dem offenen Plan nicht mehr folgen; Layer und Einstellungen bleiben</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Compare Scenarios</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>What it is compared with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>What it shall be</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Change sides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Also add up…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Other numbers of the units that are added up beside what is balanced</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Who Gains, Who Loses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>From × To</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Changed Units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Show on Map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Only what differs: filled as it shall be, hatched as it was; all else is pale</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Keep as Layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Add the changed units with a legend to the project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Take Over Selected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <location filename="../territory_manager/gui/compare_export.py" />
      <location filename="../territory_manager/gui/compare_models.py" />
      <location filename="../territory_manager/gui/history_dialog.py" />
      <location filename="../territory_manager/gui/history_models.py" />
      <location filename="../territory_manager/report/page.py" />
      <source>From</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <location filename="../territory_manager/gui/compare_export.py" />
      <location filename="../territory_manager/gui/compare_models.py" />
      <location filename="../territory_manager/gui/history_dialog.py" />
      <location filename="../territory_manager/gui/history_models.py" />
      <location filename="../territory_manager/report/page.py" />
      <source>To</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Choose two different alignments.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <location filename="../territory_manager/layers/alignment_comparison.py" />
      <source>Switch to one of the two scenarios first; changes are taken over into it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Select territories, cells or units in the tables first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Into {here}, as one undo step; locked units stay</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Take Over Selected from {source}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Layer “{layer}” was added to the project.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <location filename="../territory_manager/gui/export_dialog.py" />
      <location filename="../territory_manager/gui/history_dialog.py" />
      <location filename="../territory_manager/gui/table_export.py" />
      <source>Excel workbook (*.xlsx)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <location filename="../territory_manager/gui/export_dialog.py" />
      <location filename="../territory_manager/gui/history_dialog.py" />
      <location filename="../territory_manager/gui/report_list.py" />
      <location filename="../territory_manager/gui/table_export.py" />
      <source>Comma separated values (*.csv)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>Export Changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_dialog.py" />
      <source>The changes are in {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_export.py" />
      <source>Feature id</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_export.py" />
      <location filename="../territory_manager/gui/compare_models.py" />
      <location filename="../territory_manager/gui/doubts_list.py" />
      <location filename="../territory_manager/gui/history_models.py" />
      <source>Unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_export.py" />
      <source>Rep before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_export.py" />
      <source>Rep after</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_export.py" />
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <source>Changed units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_models.py" />
      <source>gets</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_models.py" />
      <source>gives away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_models.py" />
      <source>{before} → {after}: {amount}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_models.py" />
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/gui/doubts_list.py" />
      <location filename="../territory_manager/gui/gains_model.py" />
      <location filename="../territory_manager/gui/import_boundaries_dialog.py" />
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <location filename="../territory_manager/gui/levels_table_dialog.py" />
      <location filename="../territory_manager/gui/past_dialog.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/layers/plan_export.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <location filename="../territory_manager/report/page.py" />
      <source>Territory</source>
      <translation>Gebiet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_models.py" />
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/gui/gains_model.py" />
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <location filename="../territory_manager/gui/reps_tree.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/capacity.py" />
      <location filename="../territory_manager/processing/export_alignment.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <location filename="../territory_manager/report/page.py" />
      <source>Rep</source>
      <translation>Außendienst</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_models.py" />
      <source>before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_models.py" />
      <source>gained</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_models.py" />
      <source>lost</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_models.py" />
      <source>after</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_pages.py" />
      <location filename="../territory_manager/gui/report_list.py" />
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>Show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_pages.py" />
      <source>Rows give away, columns get.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/compare_pages.py" />
      <source>Unit or territory…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/gui/workload_commands.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Coverage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Looking for homes of more reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Served</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Workload (h)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Capacity (h)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>What would fix it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Rank</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>In</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Hours taken on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/gui/reps_commands.py" />
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <location filename="../territory_manager/gui/reps_tree.py" />
      <location filename="../territory_manager/gui/sample.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>Reps</source>
      <translation>Außendienst</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Mean distance (km)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Zoom To</source>
      <translation>Hinzoomen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Colour the units by coverage; the theme in the Territories dock</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/gui/workload_commands.py" />
      <source>Workload Settings…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Cancelled.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Nobody's work is counted. Choose Workload Settings… first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>{coverage} of the workload covered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <location filename="../territory_manager/processing/coverage_tables.py" />
      <source>{count} reps missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>{count} spare</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>units: {under} under-served, {well} well, {over} over-served</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>A rep needs working hours for calls and travel.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>All work is covered: no more reps are needed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>The work that nobody covers lies in no unit, so no place can be suggested for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Where to put the next reps: looking for places…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>Where to put the next reps, each after the ones before: the most work that nobody covers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>under-served</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>well served</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>over-served</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>no workload</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>give this work to a territory, or {count} more reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>{count} more reps, or that much less work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>a home nearer to the work: {hours} hours reach nobody</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/coverage_dialog.py" />
      <source>could take on the work of {count} reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/data_commands.py" />
      <source>Import Territories…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/data_commands.py" />
      <source>Take who has what from a CSV, XLSX or ODS file, or from a table of the project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/data_commands.py" />
      <source>Import Accounts…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/data_commands.py" />
      <source>Make points of a list of customers, by coordinates or by the unit they name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/data_commands.py" />
      <source>Import from Boundaries…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/data_commands.py" />
      <source>Give units the territory in whose shape they are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/data_commands.py" />
      <source>Carry Over from Last Year…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/data_commands.py" />
      <source>Bring last year's alignment onto units that were split, merged or renumbered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/data_commands.py" />
      <source>Export Alignment…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/data_commands.py" />
      <source>Hand reps and the CRM a file of who has what, or the boundaries</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/doubts_list.py" />
      <location filename="../territory_manager/gui/levels_tree.py" />
      <location filename="../territory_manager/gui/measures_table.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/report/page.py" />
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/doubts_list.py" />
      <source>Why</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/doubts_list.py" />
      <source>Ticked: gets the territory that is shown. Not ticked: stays as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/doubts_list.py" />
      <source>Double-click to give it to another one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/doubts_list.py" />
      <source>Units to look at</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>Only changes against {baseline}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>GeoPackage (*.gpkg)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>GeoJSON (*.geojson)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>The layout names columns that are not there any more: {columns}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>Name of the layout</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>CRM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>Save Layout</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>Cancelled. Nothing was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>Tick at least one column.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <location filename="../territory_manager/layers/alignment_export.py" />
      <source>Two columns are called “{header}”. Give each its own header.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>Nothing changes hands against {baseline}: the list would be empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>The plan has no territories yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>Name the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>There is no folder {folder}. Choose another one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>Reading…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>{rows} rows · {changed} change hands · {unassigned} without territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>{count} rows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <location filename="../territory_manager/gui/stroke_words.py" />
      <source>{count} territories</source>
      <translation>{count} Gebiete</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/export_dialog.py" />
      <source>{what} written to {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Export Alignment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Read the alignment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Export the alignment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Units, one row each</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Accounts, one row each</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Boundaries of the territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>One sheet for each territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>UTF-8 mark for Excel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Without it Excel misreads accents; some other programs want none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Save As…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Keep these columns and headers in the plan under a name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Forget this layout</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Move Up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Move Down</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>First rows of the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <source>Layout</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/export_page.py" />
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <location filename="../territory_manager/gui/table_source.py" />
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/field_choice.py" />
      <source>(none)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/field_choice.py" />
      <source>{field} – {layer}</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/report/page.py" />
      <source>{count} extra pieces</source>
      <translation>{count} Stücke zu viel</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/headline.py" />
      <source>{count} over {limit} utilisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/headline.py" />
      <source>{count} unassigned</source>
      <translation>{count} nicht zugeordnet</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/history_commands.py" />
      <source>History…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_commands.py" />
      <source>Who changed what, when and why; the plan as it was on a day; undo a whole save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_commands.py" />
      <location filename="../territory_manager/gui/history_dialog.py" />
      <location filename="../territory_manager/layers/history.py" />
      <source>History</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_commands.py" />
      <source>The history of this plan is kept in {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>History of {plan}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Territory, unit or reason…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Show what this person saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Show As It Was…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Count the plan as it was saved then, and keep that as a scenario or baseline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Undo This Save…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Keep a history of this plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>As of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Anybody</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Nothing was saved yet. What changes hands is written here with every save.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>No save answers to all of this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>1 save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>{count} saves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>{saves}, {units} changed hands.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Kept in {file}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>This save changed another scenario. Switch to it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Give the units of this save back to whom they had before, as one undo step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>{units} go back to whom they had before the save of {time}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>{units} are no more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>It also changed {scenarios}: show these scenarios to take that back, too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Undo a Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Also {units} that changed hands again since</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Give Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>{units} given back; undo takes that back, saving the layer keeps it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>{units} are locked and stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>{units} changed hands again since and stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>Export History</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_dialog.py" />
      <source>The history is in {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_models.py" />
      <source>Saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_models.py" />
      <source>Who</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_models.py" />
      <source>What</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_models.py" />
      <source>Reason</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_models.py" />
      <source>By</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_models.py" />
      <location filename="../territory_manager/gui/scenario_chooser.py" />
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Scenario</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_models.py" />
      <location filename="../territory_manager/gui/why_dialog.py" />
      <location filename="../territory_manager/layers/overlay_import.py" />
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>nobody</source>
      <translation>niemand</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Painted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Rectangle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Lasso</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Filled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Painted groups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Border pulled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Assigned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Build</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Rebalance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Suggested move</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Problem fixed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Taken from a scenario</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Reverted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Save undone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Territory renamed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Territory removed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Edited in the layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>New unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Unit deleted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>New scenario</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <source>Field renamed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <location filename="../territory_manager/layers/levels.py" />
      <location filename="../territory_manager/layers/reps.py" />
      <location filename="../territory_manager/layers/work_homes.py" />
      <location filename="../territory_manager/processing/reps.py" />
      <source>{names} and {count} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <location filename="../territory_manager/gui/plan_words.py" />
      <source>1 unit</source>
      <translation>1 Einheit</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/history_words.py" />
      <location filename="../territory_manager/gui/plan_words.py" />
      <location filename="../territory_manager/gui/stroke_words.py" />
      <source>{count} units</source>
      <translation>{count} Einheiten</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>No place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Impossible place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Swapped coordinates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Lost minus</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/gui/report_list.py" />
      <source>No such unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/gui/report_list.py" />
      <source>May mean several units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>No number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Leading zeros lost</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/gui/report_list.py" />
      <source>ZIP+4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>In no unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Repeated row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Blanks, case or decimals</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Cancelled. Nothing was imported.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Choose a file, or a layer of the project.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Choose both columns of the coordinates, or none of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Both coordinates are in the same column. Choose another one for one of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/layers/account_import.py" />
      <source>Choose the columns with the coordinates, or the one with the key of the unit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Choose the units and the field by which the table names them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Choose the CRS of the coordinates.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>None of the rows has a place. Choose other columns, or another CRS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>All columns are left out. Take at least one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Choose the GeoPackage for the accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Name the layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Looking at the table…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>{rows} rows, {placed} become accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>{count} of them are placed in their unit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>{count} are left out; the list says why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Swap coordinates: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Put back lost minus: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Put back lost leading zeros: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>Take the first five digits: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <location filename="../territory_manager/layers/plan_copy.py" />
      <location filename="../territory_manager/layers/writing.py" />
      <source>The copy {path} cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>{count} accounts in “{layer}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_dialog.py" />
      <source>The plan balances {measures} now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Import Accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Look at the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Place the accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Write the accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Column with the longitude or x</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Column with the latitude or y</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Column with the key of the unit, used where there are no coordinates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Units by which accounts are placed, and where they should be</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Field of the units, such as the postal code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Decimal sign of numbers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/gui/table_source.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>found out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Point</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Comma</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>What to do with accounts that are in no unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>are imported</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>are left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Place or Key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>A GeoPackage that is there gets another layer; nothing is overwritten</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Balance the plan on their number, and on the sums of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>nothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Longitude (x)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Latitude (y)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>CRS</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Key of the unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>Their key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Accounts in no unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Decimal sign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_accounts_page.py" />
      <source>GeoPackage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_boundaries_dialog.py" />
      <source>Import from Boundaries</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_boundaries_dialog.py" />
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>Field with the name of the territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_boundaries_dialog.py" />
      <source>in which its centre lies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_boundaries_dialog.py" />
      <source>that covers the largest part of it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_boundaries_dialog.py" />
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Boundaries</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_boundaries_dialog.py" />
      <source>A unit belongs to the boundary</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_boundaries_dialog.py" />
      <source>The project has no other layer of polygons. Add the boundaries to it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_boundaries_dialog.py" />
      <source>Choose the field with the name of the territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Cancelled. Choose the file again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Choose the field of the units by which the table names them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Choose the column of the table with the keys of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Choose the column of the table with the territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Key and territory are the same column. Choose another one for one of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>The plan has this alignment already: there is nothing to change.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>No row names a unit. Keys of the table are like “{row}”, those of the units like “{unit}”. Choose other columns.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>No row names a unit as it stands. Accept the repaired keys above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>{rows} rows, {matched} followed; {units} of {all} units named.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Put back lost leading zeros: {count} ({example})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Take the first five digits: {count} ({example})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Take look-alikes as one: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Territories whose names differ in nothing but case or blanks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Remove territories left empty: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_dialog.py" />
      <source>Import territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Import Territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Match the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Column of the table with the keys of the units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Column with the territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Column with who serves the territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Key of the units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Key in the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Leave the unit unassigned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>The first row counts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>The last row counts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Keep their territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Become unassigned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Units not in the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/import_territories_page.py" />
      <source>Rows that differ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/layout_table.py" />
      <source>Columns of the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/layout_table.py" />
      <source>Header in the File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/level_chooser.py" />
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Level</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/level_chooser.py" />
      <source>Level: what the rows of the table are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <location filename="../territory_manager/gui/reps_commands.py" />
      <location filename="../territory_manager/processing/level_tables.py" />
      <source>Levels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Balance groups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Groups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Borders bind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Add Level…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Remove Level</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Drag territories under the group that they belong to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Add Group…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Rename…</source>
      <translation>Umbenennen…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Remove Group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>From Field…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Groups are the values of a field of the units, such as the state</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>From Table…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>A table with a territory a row, and its region, country and so on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Balanced…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Groups of equal weight, each in one piece</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>as the plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>How far a group may be from what its territories should get together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Strokes, builds and suggestions do not cross the borders of these groups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Region</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Country</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Add Level</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>What its groups are called</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Name of the {level}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Add Group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Rename Group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Groups from a Field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Field of the units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>{count} groups.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>These have units of several values and are where most are: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>Balanced Groups</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>How many groups of level “{level}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>The groups are of equal weight within their tolerance; the farthest is {deviation} off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_dialog.py" />
      <source>No groups of more equal weight were found; the farthest is {deviation} off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_table_dialog.py" />
      <source>Levels from a Table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_table_dialog.py" />
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <source>File…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_table_dialog.py" />
      <source>Tick the levels; drag them into their order, the lowest on top</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_table_dialog.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_table_dialog.py" />
      <source>Levels, the lowest on top</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_table_dialog.py" />
      <source>Tables (*.csv *.xlsx *.ods *.gpkg);;All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_table_dialog.py" />
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <source>{file} cannot be read as a table.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_tree.py" />
      <source>Groups and territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_tree.py" />
      <location filename="../territory_manager/gui/territories_columns.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <location filename="../territory_manager/report/page.py" />
      <source>Deviation</source>
      <translation>Abweichung</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/levels_tree.py" />
      <source>In no group of “{level}”</source>
      <translation type="unfinished" />
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
      <source>Planning mode: while it is off, tools, menus, suggestions and reverts assign nothing; Build and Rebalance still ask</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/gui/maptools/lasso_tool.py" />
      <source>Paint lasso with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/lasso_tool.py" />
      <source>Draw a loop around the middles of units.</source>
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
      <location filename="../territory_manager/gui/maptools/rectangle_tool.py" />
      <source>Paint rectangle with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/maptools/rectangle_tool.py" />
      <source>Drag a rectangle over the middles of units.</source>
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
      <source>How many points of {layer} lie in a unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/measures_table.py" />
      <source>Accounts (number)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/measures_table.py" />
      <source>{field} (accounts)</source>
      <translation type="unfinished" />
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
      <source>Drawn polygons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>Territories are polygons; whom they hold follows from their borders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>Points that are counted and summed over the units they lie in</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Territory field</source>
      <translation>Gebietsfeld</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_plan_dialog.py" />
      <source>or</source>
      <translation type="unfinished" />
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
      <source>The layer of drawn territories has no names in the chosen field.</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>New Scenario</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>Use this field itself instead of a copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>Edits then change the field; it is not kept as it is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>What it tries, for whom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <location filename="../territory_manager/gui/scenarios_model.py" />
      <source>not set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>Day from which these territories are valid</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>Show it now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>&amp;Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>&amp;Begin with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>&amp;Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>&amp;Author</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>&amp;Valid from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>Copy of {scenario}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>Nobody has anything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <location filename="../territory_manager/gui/scenario_words.py" />
      <location filename="../territory_manager/layers/alignment_comparison.py" />
      <location filename="../territory_manager/layers/baseline.py" />
      <source>Field {field}</source>
      <translation>Feld {field}</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>Draft {letter}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/new_scenario_dialog.py" />
      <source>Makes the text field “{field}” in layer “{layer}”, as one undo step.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/numbers.py" />
      <source>T</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/numbers.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>G</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/numbers.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>M</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/numbers.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>k</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Show the chosen units on the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Take All</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Tick all of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Leave All</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Untick all of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Without a unit: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>No unit gets a territory. Choose another layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Looking…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/overlay_dialog.py" />
      <source>Units to look at: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>As Of {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>{saves} back. {units} had another territory than now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>{units} were also changed where the history did not hear of it; what they had then is as far as it is known.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>As of {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>Keep it under the &amp;name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>A new field of the units, in one undo step, and a scenario</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>Use as Baseline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>A new field of the units, as one undo step, that the Changes dock compares with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/past_dialog.py" />
      <source>It is in field {field}. Save layer {layer} to keep it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_accounts.py" />
      <source>{count} of {accounts} accounts lie in no unit and count for nobody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_accounts.py" />
      <source>{count} accounts have no number in “{field}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_chooser.py" />
      <location filename="../territory_manager/gui/plan_commands.py" />
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>Plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_chooser.py" />
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Recent Plans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_chooser.py" />
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Open Plan…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_chooser.py" />
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Save Plan As…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_chooser.py" />
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Duplicate Plan…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_chooser.py" />
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Rename Plan…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_chooser.py" />
      <source>Remove from Project…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Open a plan that was saved as a file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Plans that were opened or saved last</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Everything the plan lives on in one file, to keep or to pass on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>A copy of the plan under another name, in a file of its own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Give the plan another name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Open Plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <location filename="../territory_manager/gui/table_source.py" />
      <source>All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>Plans (*.gpkg)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>(not found)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>None yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>The plan is in {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Save Plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>These layers have edits that are not saved: {layers}. Save them now, and go on?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Rename Plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Remove plan “{plan}” from this project? Its layers, fields and files stay as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_commands.py" />
      <source>Remove Plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/plan_preview.py" />
      <source>Look at the accounts</source>
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
      <location filename="../territory_manager/gui/plan_ready.py" />
      <location filename="../territory_manager/plugin.py" />
      <source>Open a plan first.</source>
      <translation>Zuerst einen Plan öffnen.</translation>
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
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>Planning Layers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>Draw in {layers}: the plan obeys barriers and bridges at once, seeds at the next build.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>The plan has {layers} already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>1 barrier</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>1 bridge</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>1 seed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>{count} barriers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>{count} bridges</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>{count} seeds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>Text field of “{layer}”, made if it is not there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/planning_commands.py" />
      <source>Write Territories into a Field</source>
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
      <location filename="../territory_manager/gui/report_list.py" />
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
      <source>Give enclaves and unassigned units to the neighbour with the longest common border</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <location filename="../territory_manager/gui/suggestions_dock.py" />
      <location filename="../territory_manager/processing/validate_territories.py" />
      <source>Problems</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/problems_panel.py" />
      <source>{count} units have no territory. Build territories, or assign them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reason_edit.py" />
      <source>Reason for the next save…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reason_edit.py" />
      <source>Reason for the next save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reason_edit.py" />
      <source>Kept in the plan's history with what the next save changes</source>
      <translation type="unfinished" />
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
      <source>1 unit, {share} of the whole, changes hands. Largest deviation {change}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rebalance_dialog.py" />
      <source>That is not within the tolerance yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_choice.py" />
      <source>Set Rep</source>
      <translation>Außendienst setzen</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_choice.py" />
      <source>Salesperson or team who owns {territory}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>E-mail</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>Phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>Role</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/gui/reps_tree.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>Team</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>Manager</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/gui/reps_tree.py" />
      <location filename="../territory_manager/gui/work_columns.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Quota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>Active from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>Active to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>Colour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/gui/scenarios_model.py" />
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <source>Layer or table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Import Reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/rep_fields_dialog.py" />
      <source>Tables and layers (*.csv *.xlsx *.ods *.gpkg *.geojson *.shp);;All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Different territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Look-alike territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Several reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Unit without a row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Key of several units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>What Is the Matter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Double-click to correct it here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Ticked: taken as proposed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Save List…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>The rows that are shown as a file: correct them there and import it again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>What to look at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>{title} ({count})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>Save List</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/report_list.py" />
      <source>{name} to correct.csv</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_commands.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Reps…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_commands.py" />
      <source>Who has which territories, how that fits their capacity, and what is vacant</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_commands.py" />
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Levels…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_commands.py" />
      <source>Regions over territories, countries over regions: what adds up, is balanced, or binds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_commands.py" />
      <source>Draw Level Borders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_commands.py" />
      <source>A layer with the borders of all levels, higher ones thicker; it follows every edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_commands.py" />
      <source>Level Borders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_commands.py" />
      <source>The borders are in layer “{layer}” and follow every edit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>No table of reps yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Table of reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>A layer in the plan's GeoPackage, with a row for everybody who has a territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Fields…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Which field of the table holds what</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Add Rep…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Edit…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Place Home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Click on the map where the chosen rep lives</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Edit in Table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Import…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Choose Rep…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Say who serves the chosen vacant territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Set Targets</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>From Capacities</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>From Quotas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>{count} of {all} territories are vacant.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>All {all} territories have a rep.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Without a territory: {reps}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Index (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Fields of the Reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>“{layer}” is a layer of the project now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Click on the map where {rep} lives.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>The home of {rep} is placed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>{added} reps came, {changed} were brought up to date.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>{count} more: hold the mouse here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>The targets follow the capacities. The Territories dock takes that back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>The targets follow the quotas. The Territories dock takes that back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_dialog.py" />
      <source>Without a number, so given the mean of the others: {territories}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_tree.py" />
      <source>Against capacity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_tree.py" />
      <source>Against quota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_tree.py" />
      <source>Active</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_tree.py" />
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>{rep} is not in the table of reps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_tree.py" />
      <location filename="../territory_manager/gui/territories_words.py" />
      <source>Vacant</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_tree.py" />
      <source>team</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/reps_tree.py" />
      <source>manager</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/sample.py" />
      <source>Counties</source>
      <translation>Countys</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/sample.py" />
      <source>The sample {path} cannot be read.</source>
      <translation>Das Beispiel {path} ist nicht lesbar.</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>Duplicate Plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>Save Plan As</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>{plan} (copy)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>Copy the units into the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>Leave the units where they are, and remember the way to them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>Open the duplicate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>Go on working with the new file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <location filename="../territory_manager/layers/plan_file.py" />
      <source>A plan needs a name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>Choose a file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>There is no folder {folder}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>Save plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/save_plan_dialog.py" />
      <source>{file} is there already. Replace it, with all tables that are in it?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_chooser.py" />
      <source>Scenario: {details}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_chooser.py" />
      <location filename="../territory_manager/gui/scenario_commands.py" />
      <source>New Scenario…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_chooser.py" />
      <location filename="../territory_manager/gui/scenario_commands.py" />
      <source>Manage Scenarios…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_chooser.py" />
      <location filename="../territory_manager/gui/scenario_commands.py" />
      <source>Compare Scenarios…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_chooser.py" />
      <source>1 unit was changed in scenario “{title}”, which is not shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_chooser.py" />
      <source>{count} units were changed in scenario “{title}”, which is not shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_chooser.py" />
      <location filename="../territory_manager/gui/scenario_commands.py" />
      <source>Scenarios</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_commands.py" />
      <source>Try something out in a copy of the alignment, a field of its own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_commands.py" />
      <source>Titles, notes, days from which they are valid, baseline, archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_commands.py" />
      <source>Who gains, who loses between two alignments; take changes of one over into the other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_commands.py" />
      <source>Territories that are drawn have no scenarios. Write them into a field first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_target.py" />
      <source>Into a new scenario, a copy of the current one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_target.py" />
      <source>Name of the scenario</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_target.py" />
      <source>Import {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>Nothing differs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <location filename="../territory_manager/layers/incoming.py" />
      <source>1 unit changes hands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <location filename="../territory_manager/layers/incoming.py" />
      <source>{count} units change hands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>{share} of the balance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>On {day}: {changes}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>1 unit taken over from {source}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>{count} units taken over from {source}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>1 unit is locked and stays.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>{count} units are locked and stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>{territory} is locked: 1 unit stays.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>{territory} is locked: {count} units stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>by {author}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>valid from {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>baseline: changes are measured against it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenario_words.py" />
      <source>approved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>Scenarios of {plan}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>New Copy…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>Rename</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>Compare…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>Archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>Delete…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>{day}, {scenario}: {changes} (against {before})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>Upcoming</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>Take out of Archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>Delete scenario “{title}”? The field “{field}” goes from layer “{layer}” with all it holds. Undo brings it back until the layer is saved; the archive keeps it for good.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_dialog.py" />
      <source>Delete Scenario</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_model.py" />
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_model.py" />
      <source>Author</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_model.py" />
      <source>Created</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_model.py" />
      <source>Valid from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_model.py" />
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Baseline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_model.py" />
      <source>Approved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_model.py" />
      <source>Archived</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/scenarios_model.py" />
      <source>What changes are measured against; none: what was last saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/segments_table.py" />
      <source>Calls and minutes of segments</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/segments_table.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/processing/find_coverage.py" />
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Segment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/segments_table.py" />
      <location filename="../territory_manager/gui/work_columns.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Calls a year</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/segments_table.py" />
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Minutes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/segments_table.py" />
      <source>Where an account has no number of its own, that of its segment counts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/split_commands.py" />
      <source>Split Unit…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/split_commands.py" />
      <source>Draw a line across a unit to share it between two territories; its measures are divided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/split_commands.py" />
      <source>Click points of a line across the unit, right-click to split. Esc to cancel.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/split_commands.py" />
      <source>{unit} becomes {count} units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/split_commands.py" />
      <source>Divided by the accounts in them ({shares}): {measures}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/split_commands.py" />
      <source>Divided by area ({shares}): {measures}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/split_commands.py" />
      <source>All other fields are the same in all of them. Undo takes it back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/split_commands.py" />
      <source>Split Unit</source>
      <translation type="unfinished" />
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
      <source>the border of {area} binds</source>
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
      <location filename="../territory_manager/gui/stroke_losses.py" />
      <source>{rep} loses 1 account, {share} of {measure}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke_losses.py" />
      <source>{rep} loses {count} accounts, {share} of {measure}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke_losses.py" />
      <source>{rep} loses 1 unit, {share} of {measure}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/stroke_losses.py" />
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
      <source>Make the selected moves, as one undo step</source>
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
      <location filename="../territory_manager/layers/sheets.py" />
      <source>{file} cannot be written ({reason}). Close it in other programs or choose another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>UTF-8</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>UTF-16</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Windows-1252</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Latin-1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Windows-1250</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Mac Roman</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Comma ,</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Semicolon ;</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Tab</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Vertical bar |</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Read the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Choose a Table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Tables (*.csv *.txt *.tsv *.tab *.xlsx *.ods)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Layer of the project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Row with the names of the columns; 0 where there is none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Encoding</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Columns separated by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Names in row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>First rows of the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>Reading was cancelled. Choose the file again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>{choice} (found out)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>{row} (found out)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/table_source.py" />
      <source>none (found out)</source>
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
      <source>What the territory should get, relative to the others; double-click to change it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Target</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>What the territory should get ({measure}); where you change it, the others share the rest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_columns.py" />
      <source>Worst deviation</source>
      <translation>Größte Abweichung</translation>
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
      <location filename="../territory_manager/report/page.py" />
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
      <source>Focus: dim all other territories on the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Focus</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Options and commands</source>
      <translation>Einstellungen und Befehle</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>{plan}: territories in field {field} of layer {layer}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Strokes paint territories. Choose “Territories” as the level to pick one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Choose a territory in the table first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Add Territory…</source>
      <translation>Gebiet hinzufügen…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_dock.py" />
      <source>Write Territories into a Field…</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/gui/territories_foot.py" />
      <source>Balance on: what deviation and share are shown for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_foot.py" />
      <source>Balance on</source>
      <translation>Ausgleich nach</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_foot.py" />
      <source>Filter…</source>
      <translation>Filtern…</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_foot.py" />
      <source>Filter territories</source>
      <translation>Gebiete filtern</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_foot.py" />
      <source>Every measure</source>
      <translation>Jede Messgröße</translation>
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_model.py" />
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>“{text}” is no number. Type one like {example}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_view.py" />
      <location filename="../territory_manager/gui/work_columns.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>Utilisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territories_view.py" />
      <location filename="../territory_manager/processing/export_alignment.py" />
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
      <source>Vacant ({rep})</source>
      <translation type="unfinished" />
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
      <source>target {target}, {deviation}</source>
      <translation type="unfinished" />
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
      <source>Reset to Equal Targets</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Undo Change of Targets</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Undo “{change}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Redo “{change}”</source>
      <translation type="unfinished" />
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
      <source>Focus on Territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Focus on Territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Dim all others on the map</source>
      <translation type="unfinished" />
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
      <source>{entry}: planning mode is off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Why Is the Selected Unit Here?</source>
      <translation>Warum ist die gewählte Einheit hier?</translation>
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
      <source>Edit Capacity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/territory_menu.py" />
      <source>Edit Target</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/gui/theme_chooser.py" />
      <source>Theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/theme_chooser.py" />
      <source>Labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/theme_chooser.py" />
      <source>What the label of each territory says on the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/theme_chooser.py" />
      <source>Theme: what the colours of the map show</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Hours a year for calls and travel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Workload in % of the rep's capacity; ▲ more than 10 % over it, ▼ more than 10 % under it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Number of accounts that are called on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Calls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Calls (h)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Hours a year for calls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Travel (h)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Hours a year on the way, home too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Hours a year that the rep has for calls and travel: working hours × selling share</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/processing/find_coverage.py" />
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Potential</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>What could be sold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/processing/find_coverage.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Sales</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>What is sold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <location filename="../territory_manager/layers/insight_styling.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>White space</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Potential − sales</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Penetration</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Sales in % of the potential</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>What was to be sold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>Attainment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Sales in % of the quota; ▲ more than 10 % above it, ▼ more than 10 % below it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Last period</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Sales of the last period</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Growth</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/work_columns.py" />
      <source>Sales against the last period, in %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_commands.py" />
      <source>Who is called on, how reps travel, what they have time for; utilisation follows the borders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_commands.py" />
      <source>Coverage…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_commands.py" />
      <source>Who is under- and over-served, how many reps that is, and where to put the next one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_commands.py" />
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>Workload Settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>What comes out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>Count No Work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>Nothing can be counted like this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>No call takes any time. Choose fields, segments or numbers for calls and minutes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>{count} accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>{calls} calls a year on average</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>no homes known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>{count} reps with homes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_dialog.py" />
      <source>{hours} hours of work for {capacity} of capacity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>(the units)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Points that are called on; without, every unit stands for its accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Calls a year, of the account or unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Of all, where neither a field nor a segment says how many</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Minutes that one call takes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Of all, where neither a field nor a segment says how long</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>How many accounts a feature stands for; without, one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>What decides about calls and minutes below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Minutes a call</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Number of accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>(reps of the plan)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>(middle of the accounts)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Points where reps live, one for each rep or territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Field with the name of the rep or of the territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Working hours a year of each rep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Of a rep without hours of their own; 200 days of 8 hours are 1,600</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>How much of the working hours is for calls and travel; the rest is for the office</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Homes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Working hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Selling share</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source> km/h</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Mean speed on the way, from door to door</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Road distance divided by straight distance: 1.2 in the USA, 1.46 in Europe</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>How many calls a rep makes on a day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>How often a rep leaves home on a day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source> km</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>never</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Accounts farther from home by road are visited with nights away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>How many days a trip with nights away takes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Travel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Speed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>detour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Calls a day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>in trips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Overnight beyond</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>for days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>no limit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>How far from home a rep serves, by road</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>minutes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>km</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>Well served is a coverage of 100 % and this more or less</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>How many rings of neighbours the coverage of a unit looks at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Reach</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Well served</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>smoothed over</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/gui/workload_page.py" />
      <source>(quotas of the plan's reps)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <location filename="../territory_manager/layers/overlay_import.py" />
      <location filename="../territory_manager/layers/period_table.py" />
      <location filename="../territory_manager/layers/segment_table.py" />
      <location filename="../territory_manager/layers/table_files.py" />
      <location filename="../territory_manager/layers/tables.py" />
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>“{layer}” has no field “{field}”. Its fields are: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>“{value}” in {column} cannot be read as a number and stays empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>The coordinates are 0, 0: nobody has filled them in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>{place} is no place on Earth.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>{place} is in no unit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>{place} looks swapped: {other} is in the area of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>{place} looks as if a minus was lost: {other} is in the area of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>It is left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>There are no coordinates.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>Unit {key} has no shape.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>There are neither coordinates nor a key.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <location filename="../territory_manager/layers/table_import.py" />
      <source>“{key}” may mean several units: {keys}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <location filename="../territory_manager/layers/table_import.py" />
      <source>No unit has the key “{key}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>{key} is taken as {unit}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>{key} may mean {unit}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_import.py" />
      <source>The row stands in the table {count} times; each is an account.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_measures.py" />
      <source>The accounts layer “{layer}” is not in the project any more; {measures} are left out of the balance. Add the layer again, or choose other measures.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_measures.py" />
      <source>Layer “{layer}” lacks the field of {measures}; it is left out of the balance.</source>
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
      <location filename="../territory_manager/layers/account_owners.py" />
      <source>This plan has no accounts layer. Choose one in New Plan, or import accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_owners.py" />
      <location filename="../territory_manager/layers/capacities.py" />
      <location filename="../territory_manager/layers/territory_list.py" />
      <source>There is no territory “{territory}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_owners.py" />
      <source>Let accounts follow the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_owners.py" />
      <source>Give accounts to {territory}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_owners.py" />
      <source>Account rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_rules.py" />
      <source>{count} accounts are given to “{name}”, which is no territory; they follow the map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_rules.py" />
      <source>The accounts have no field “{field}” any more, which says who has them by name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_rules.py" />
      <source>The table of rules “{layer}” is not in the project any more and is not obeyed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_rules.py" />
      <source>The rules are not obeyed: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_rules.py" />
      <source>Rules give accounts to “{name}”, which is no territory (row {rows}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/account_writing.py" />
      <source>{path} cannot be written ({reason}). Close it in other programs, or choose another file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/alignment_comparison.py" />
      <source>Last saved state of {scenario}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/alignment_comparison.py" />
      <location filename="../territory_manager/layers/scenario_merge.py" />
      <source>Take over from {scenario}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/alignment_comparison.py" />
      <location filename="../territory_manager/layers/build_preparation.py" />
      <location filename="../territory_manager/layers/levels.py" />
      <location filename="../territory_manager/layers/rebalancing.py" />
      <location filename="../territory_manager/layers/writing.py" />
      <source>Layer “{layer}” has no field “{field}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/alignment_export.py" />
      <source>Alignment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/alignment_export.py" />
      <source>Columns come in pairs: field, header in the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/alignment_export.py" />
      <source>There is no column “{field}” to export. There are: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/baseline.py" />
      <source>Scenario {scenario}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/baseline.py" />
      <source>Revert changes</source>
      <translation>Änderungen zurücknehmen</translation>
    </message>
    <message>
      <location filename="../territory_manager/layers/build_areas.py" />
      <source>The border of {level} binds, but no unit is in any of its groups yet. Assign units first, or let the border be free (Levels…).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_areas.py" />
      <source>Field “{field}” is empty: it has no borders to stay within.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_areas.py" />
      <source>{territories} have no home in the map, so their {level} is not known.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <source>Against the plan's own targets the largest deviation is {deviation} %: the areas differ in what they have for each territory.</source>
      <translation type="unfinished" />
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
      <source>{locked} territories have seeds, are locked or have locked units, but only {number} are wanted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <source>{level} binds: choose the number of territories, or one for each rep.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/build_preparation.py" />
      <source>There is no territory for {areas}: nobody lives there. Every {level} needs one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>The capacity of {territory} must be a number above 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>Capacity of {territory}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>{territory} is the only territory, so it should get everything.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>The target of {territory} must be above 0 and below {total}, the total of all units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>Target of {territory}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>No rep who serves a territory has a capacity. Fill in the table of reps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>No rep who serves a territory has a quota. Fill in the table of reps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>The reps of {territories} have a capacity of 0, so they should get nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>The reps of {territories} have a quota of 0, so they should get nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>Give these territories to others, or correct the table of reps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>Targets from Quotas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>Targets from Capacities</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/capacities.py" />
      <source>Equal targets</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/column_homes.py" />
      <source>“{x}”, “{y}” in row {row} is no longitude and latitude: no home was taken over.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/comparison_layer.py" />
      <source>{before} → {after}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/comparison_layer.py" />
      <source>What stays</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>Layer “{layer}”, in which the territories are drawn, is not in the project any more.</source>
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
      <source>{count} units lie in more than one territory and count for none ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>{count} units lie in no territory ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>{count} polygons of “{layer}” have no name in “{field}” and are nobody's territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>{unit} lies in {names} and counts for none. Move a border so that they part.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>{unit} lies in no territory. Move a border over its centre.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <source>The territories of this plan are drawn in layer “{layer}”. Move their borders there, or write them into a field of the units first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/drawn_territories.py" />
      <location filename="../territory_manager/layers/territory_list.py" />
      <source>Rename {old} to {new}</source>
      <translation>{old} in {new} umbenennen</translation>
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
      <location filename="../territory_manager/layers/reps_layer.py" />
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
      <location filename="../territory_manager/layers/geopackage.py" />
      <source>There is no file {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/geopackage.py" />
      <location filename="../territory_manager/layers/journal_table.py" />
      <location filename="../territory_manager/layers/writing.py" />
      <source>its source refuses.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/history.py" />
      <source>Scenario “{title}” was made later. Choose a later time, or show another scenario.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/history.py" />
      <source>Alignment as it was: {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/history.py" />
      <source>Undo a save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/history.py" />
      <source>“{ending}” is no format for this. Choose csv or xlsx.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>{count} of them to nobody</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>{count} stay where they are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>New territories: {count} ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>Territories that are removed, having no units any more: {count} ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>Territories left without units: {count} ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>Reps that change: {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>{count} units changed hands. One undo takes it back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>New territories: {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>Locked units that stay: {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>Locked territories, which neither gain nor lose: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/incoming.py" />
      <source>The plan has changed meanwhile. Look at what will happen again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Under-served</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Over-served</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>No workload</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Priority {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>No usable potential</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Rep of today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>New rep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Hot spot: more than chance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Cold spot: less than chance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Neither</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>Not known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>sells more than its potential</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>{low} and more not sold yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Coverage by class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Coverage (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>% of the workload</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>Hot and cold spots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>below {high}{unit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>{low}{unit} and more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/insight_styling.py" />
      <source>{low} to {high}{unit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/journal.py" />
      <source>The territories of this plan are drawn, so nothing is kept of who had a unit before. Write them into a field for that.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/journal.py" />
      <source>The history of this plan is switched off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/journal.py" />
      <source>The units are in a temporary layer, which has no history. Save the plan as a file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/journal.py" />
      <source>There is no folder to keep a history in. Save the plan as a file, or save the project.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/journal.py" />
      <source>{reason} What was saved is kept and comes into the history with the next save.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/journal_table.py" />
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Journal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/journal_table.py" />
      <location filename="../territory_manager/layers/plan_tables.py" />
      <source>The table “{name}” of the plan could not be written to {path}: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/journal_table.py" />
      <source>The journal is append-only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/journal_table.py" />
      <source>The journal could not be written to {path}: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/journal_table.py" />
      <source>“{layer}” is no journal: it has no field “{field}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/level_borders.py" />
      <source>The plan has no levels yet. Make some first (Levels…).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/level_borders.py" />
      <source>Drawing level borders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/level_borders.py" />
      <source>Drawing level borders was cancelled: they are not those of now. Choose Draw Level Borders.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/level_borders.py" />
      <source>Level borders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/level_borders.py" />
      <source>Layer “{layer}” cannot be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/level_borders.py" />
      <source>Layer “{layer}” is being edited, so its borders do not follow. Save or discard that first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/level_draft.py" />
      <source>Give it a name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/level_draft.py" />
      <source>There is “{name}” already. Choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <source>The border between {area} and {other} binds: nothing crosses it (Levels…).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <source>A level needs a name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <source>There is a level “{level}” already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <source>The groups of “{level}” need names, each its own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <location filename="../territory_manager/layers/opening.py" />
      <location filename="../territory_manager/layers/session_controls.py" />
      <source>The tolerance must be 0 % or more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <source>In no group of level “{level}”: {names}. Put them into one (Levels…).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <source>{level} {group} has {deviation} % more than its target; ±{tolerance} % is allowed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <source>{level} {group} has {deviation} % less than its target; ±{tolerance} % is allowed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <source>Row {row}: the plan has no territory “{name}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <source>Row {row}: “{name}” is in “{group}” already, not in “{other}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/levels.py" />
      <source>Not in the table: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/live_workload.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Sales are negative in {names}: more was taken back than sold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/live_workload.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Without a quota above 0, so without attainment: {names}.</source>
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
      <source>The accounts layer cannot be read. Repair its data source.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>Layer “{layer}” has no points. Accounts must be points.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>Layer “{layer}” holds the units of the plan. Choose another one for the accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>The layer of drawn territories cannot be read. Repair its data source.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>Layer “{layer}” has no polygons. Drawn territories must be polygons.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>Layer “{layer}” holds the units. Drawn territories need a layer of their own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/opening.py" />
      <source>A plan needs at least one territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/outline_export.py" />
      <source>“{ending}” is no format for boundaries. Choose gpkg or geojson.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/outline_export.py" />
      <source>GeoJSON needs degrees, but the units have no CRS. Set it, or choose gpkg.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/outline_export.py" />
      <source>{path} cannot be written ({reason}). Close it elsewhere, or choose another file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/overlay_import.py" />
      <source>Boundaries without a name in “{field}” are passed over: features {ids}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/overlay_import.py" />
      <source>Boundaries without a usable geometry are passed over: features {ids}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/overlay_import.py" />
      <source>Invalid boundaries were repaired for the purpose: features {ids}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/overlay_import.py" />
      <source>Layer “{layer}” has no polygon with a name in field “{field}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/overlay_import.py" />
      <source>Also claimed by {others}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/overlay_import.py" />
      <source>It lies in no boundary.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/overlay_import.py" />
      <source>Layer “{layer}” has no features. Choose last year's units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/overlay_import.py" />
      <source>Field “{field}” of “{layer}” has negative numbers; a weight is 0 or more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/overlay_import.py" />
      <source>There was no unit here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/overlay_import.py" />
      <source>{share:.0f} % had {territory}, {other_share:.0f} % {other}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/period_table.py" />
      <source>Field “{field}” of “{layer}” has {count} different periods, such as “{example}”. Choose a field with months, quarters or years.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/period_table.py" />
      <source>Two units have the id “{id}”. Choose a field in which every unit has its own.</source>
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
      <location filename="../territory_manager/layers/plan_copy.py" />
      <source>Copying {layer}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_copy.py" />
      <location filename="../territory_manager/layers/plan_store.py" />
      <source>The plan could not be written to {path}: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_copy.py" />
      <location filename="../territory_manager/layers/writing.py" />
      <source>Layer “{layer}” could not be copied to {path}: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_copy.py" />
      <source>Layer “{layer}” has edits that are not saved. Save or discard them first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_copy.py" />
      <source>{path} is in use: the project shows layer “{layer}” of it. Choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_copy.py" />
      <source>Layer “{layer}” is temporary and cannot be linked. Copy the units into the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>The plan has no accounts. Import them, or choose them in New Plan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>Account ID</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>Owner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>Owner Email</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>From Territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>To Territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>From Rep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>To Rep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>Email of To Rep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>All columns</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>CRM import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_export.py" />
      <source>Handover list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_file.py" />
      <source>Layer “{layer}” was not found at {source}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_store.py" />
      <source>{path} holds no plan. Choose a GeoPackage that was saved with Save Plan As.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_store.py" />
      <source>The plan in {path} is damaged ({reason}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/plan_store.py" />
      <source>{path} was saved by a newer Territory Manager (schema {theirs}, this one reads up to {ours}). Update the plugin to open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/planning_layers.py" />
      <source>The planning layer “{layer}” is not in the project any more and is not obeyed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/planning_layers.py" />
      <source>{bridge} of “{layer}” is not obeyed: it must lead from inside one unit to inside another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/planning_layers.py" />
      <source>Bridge {id}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/planning_layers_file.py" />
      <source>Seeds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/planning_layers_file.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Bridges</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/planning_mode.py" />
      <source>Planning mode is off, so nothing is assigned. Switch it on in the Territory Painting toolbar.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reading.py" />
      <source>Layer “{layer}” has {kind}. Polygons or points are needed.</source>
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
      <location filename="../territory_manager/layers/reps.py" />
      <source>{territory} has no rep.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{rep}, who had {territory}, left on {date}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{rep}, who will have {territory}, begins on {date}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>Nobody of the team {rep}, which has {territory}, is active.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>The layer of reps “{layer}” is not in the project any more. Add it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>Layer “{layer}” has no field with the names of the reps any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{rep}, who has {territory}, is not in “{layer}”. Add them, or choose another rep.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{rep}, who has {territory}, can take on nothing: capacity 0 in “{layer}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>Choose another rep.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{count} rows of “{layer}” have no name and are nobody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{reps}: more than once in “{layer}”, where only the first row counts. Rename one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{reps}: the capacity in “{layer}” is no number of 0 or more and does not count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{reps}: the quota in “{layer}” is no number of 0 or more and does not count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{reps}: the first or last day in “{layer}” is no date and does not count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{reps}: read with the month first; nothing in “{layer}” says it is not.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{reps}: the first day in “{layer}” is after the last one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{reps}: the home in “{layer}” lies outside the map. Move the point.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps.py" />
      <source>{reps}: read with the day first; nothing in “{layer}” says it is not.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>A name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>0 or more; 0 can take on nothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>0 or more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>An address like vega@example.com</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>The last day comes after the first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>Contact</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_form.py" />
      <source>Work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>The plan has no layer of reps. Make one first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>Choose the field with the names of the reps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>“{layer}” has no field for {fields}: add one, choose it under Fields…, import again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>Import reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>Row {row} of “{layer}” has no name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>{name} is there twice.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>“{layer}” is a table without points and cannot hold homes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>Home of {rep}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>Layer “{layer}” takes no new rows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>“{value}” in row {row} of “{field}” is neither a number nor a date and was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>“{value}” in row {row} of “{field}” was read as {date}, and {count} more like it: nothing in the column tells day from month.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>“{value}” in row {row} of “{field}” was read as {date}: nothing in the column tells day from month.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_layer.py" />
      <source>The home in row {row} has no place in {crs} and was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_serving.py" />
      <source>No rep of “{layer}” is active today.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/reps_serving.py" />
      <source>{reps} in “{layer}” have no number above 0 in “{field}”. Fill it in, let their last day be over, or choose no field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/road_graph.py" />
      <source>Layer “{layer}” has no lines. Roads are lines.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/road_graph.py" />
      <source>Layer “{layer}” has no roads.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/road_graph.py" />
      <location filename="../territory_manager/layers/territories.py" />
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <location filename="../territory_manager/processing/reps.py" />
      <source>“{layer}” has no field “{field}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenario.py" />
      <source>“{day}” is no date. Give one like 2027-01-31.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenario_fields.py" />
      <source>Layer “{layer}” has no text field “{field}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenario_fields.py" />
      <source>Field “{field}” has more than {count} different values: these are no territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenario_step.py" />
      <source>Import into new scenario {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenarios.py" />
      <source>New scenario {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenarios.py" />
      <source>Field “{field}” is a scenario already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenarios.py" />
      <source>“{title}” is the only scenario.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenarios.py" />
      <source>Delete scenario {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenarios.py" />
      <source>“{title}” is shown now. Switch to another scenario first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenarios.py" />
      <location filename="../territory_manager/layers/session.py" />
      <source>The plan is closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenarios.py" />
      <source>The territories of this plan are drawn. Write them into a field first: gear menu of the Territories dock.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenarios.py" />
      <source>The plan has no scenario “{field}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenarios.py" />
      <source>A scenario needs a title.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/scenarios.py" />
      <source>There is a scenario “{title}” already. Choose another title.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/segment_table.py" />
      <source>Segment “{name}” occurs more than once in “{layer}”. Keep one row of it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/segment_table.py" />
      <source>The rules in “{layer}” need a field “territory” or “rep”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/segment_table.py" />
      <source>Row {row} of “{layer}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/segment_table.py" />
      <source>{where}: the accounts have no field “{field}”. Their fields are: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/segment_table.py" />
      <source>{where} has no value to compare with.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/segment_table.py" />
      <source>{where} says neither which territory nor which rep.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/segment_table.py" />
      <source>{where}: the priority “{value}” is not a number.</source>
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
      <source>{step} ({scenario})</source>
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
      <location filename="../territory_manager/layers/sheets.py" />
      <source>the folder cannot be written to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/sheets.py" />
      <source>{rows} rows are more than a sheet of {file} can hold ({most}). Export as CSV.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/sheets.py" />
      <source>Row {row} of sheet “{sheet}” has {length} characters in “{column}”. A cell holds {most}. Leave the field out or export as CSV.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>There is no file {file}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>“{ending}” is no format for a table. Save it as CSV, XLSX or ODS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>{file} cannot be read ({reason}). Close it in other programs, or copy it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>The file holds characters of no meaning (NUL), which were left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>There is no encoding “{encoding}”. Choose one such as utf-8 or windows-1252.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>{file} is not written in {encoding}: line {line} is something else. Choose another encoding.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>Row {row} goes on to line {line}: a quotation mark may be missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>{file} cannot be read from line {line} on ({reason}): a quotation mark may be missing there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>{file} has no sheet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>{file} has no sheet “{sheet}”. Its sheets are: {sheets}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>{file} cannot be read as a workbook. Open it in a spreadsheet and save it as XLSX or ODS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>{file} has no rows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>Row {row} of {file} is empty or not there. Choose the row with the names of the columns.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>Rows with more cells than there are columns: {count}, row {row} first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_files.py" />
      <source>Column {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>{territory} has several reps, and {rep} is taken: {reps}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <location filename="../territory_manager/processing/reps.py" />
      <source>empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>The key is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>The territory is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>no such unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>duplicate with another territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>Unit {key} has other rows, with territory {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>“{key}” is no key of a unit; it may mean {unit}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>blanks, case or decimals</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>first five digits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>leading zeros</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>{key} → {unit}: {repair}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>{count} rows name this unit, all with this territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>These names are taken as one territory, the first: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>These names differ only in case or blanks and are different territories: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>{count} units have this key; all get the territory: {units}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>{unit} is left without territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>{unit} is not in the table and keeps {territory}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>problem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>detail</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/table_import.py" />
      <source>row</source>
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
      <source>The capacity of “{name}” in field “{field}” of “{layer}” is {value}. Give it a number above 0, or leave out the row of who should get nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territories.py" />
      <source>missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territory_labels.py" />
      <source>No Labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territory_labels.py" />
      <source>Name and Deviation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/territory_labels.py" />
      <source>Name, Rep and Deviation</source>
      <translation type="unfinished" />
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
      <source>A territory needs a name.</source>
      <translation>Ein Gebiet braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="../territory_manager/layers/territory_list.py" />
      <source>There is a territory “{territory}” already. Choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>more than {far} % under target</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>{near} to {far} % under</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>within ±{near} % of the target</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>{near} to {far} % over</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>more than {far} % over target</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>below {high} % {whole}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>{low} to {high} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>above {low} % {whole}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>Under-served (below {low} %)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>Well served ({low} to {high} %)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>Over-served (above {high} %)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>{low} to {high}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/theme_classes.py" />
      <source>Potential or sales not known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/themes.py" />
      <source>Needs to know the work of the reps: choose Insight ‣ Workload Settings… first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/themes.py" />
      <source>Needs potential and sales: choose their fields in Insight ‣ Workload Settings….</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/themes.py" />
      <source>Needs sales and quotas: choose their fields in Insight ‣ Workload Settings….</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/themes.py" />
      <source>There is no theme “{name}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/themes.py" />
      <source>There are no labels “{name}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/themes.py" />
      <source>of capacity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/themes.py" />
      <source>of quota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/travel_times.py" />
      <source>The travel times in “{file}” cannot be read: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/travel_times.py" />
      <source>“{file}” has no column {columns}. It needs origin, destination and minutes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/travel_times.py" />
      <source>Line {line} of “{file}” is not an origin, a destination and minutes of 0 or more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/unit_split.py" />
      <source>The units of this plan are points, which cannot be split.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/unit_split.py" />
      <source>Draw a line across the unit: click at least two points.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/unit_split.py" />
      <source>The line splits no unit. Begin and end it outside of the unit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/unit_split.py" />
      <source>The line splits {count} units ({units}). Select the one to be split first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/unit_split.py" />
      <source>{unit} is locked. Unlock it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/unit_split.py" />
      <source>Split {unit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/unit_split.py" />
      <source>{unit} could not be split: layer “{layer}” refused the edit. Nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_homes.py" />
      <source>The layer “{layer}” with the homes of the reps is not in the project any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_homes.py" />
      <source>Layer “{layer}” has no field “{field}” any more, which the workload needs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_homes.py" />
      <source>No name in field “{field}” of “{layer}” ({names}) is that of a territory or its rep, so nobody's home is known: the middle of the accounts stands in. Give the territories reps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_homes.py" />
      <location filename="../territory_manager/processing/reps.py" />
      <source>No home is known for {names}: the middle of their accounts stands in for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_homes.py" />
      <source>No working hours are known for the reps of {names}: {hours} each are reckoned with.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_homes.py" />
      <source>{names} have work but no capacity, so no utilisation. Give their reps working hours.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_source.py" />
      <source>The layer “{layer}”, whose calls are counted, is not in the project any more. Add it again, or choose another one in Workload Settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_source.py" />
      <source>Layer “{layer}” has no field “{field}” any more, which the workload needs. Choose another one in Workload Settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_source.py" />
      <source>These segments have no calls and minutes in Workload Settings: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_source.py" />
      <source>{count} of the accounts in “{layer}” lie in no unit; their work is nobody's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_source.py" />
      <source>{count} values of “{field}” in “{layer}” are no numbers ({examples}) and count nothing. Correct them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_source.py" />
      <source>{count} features of “{layer}” have nothing in “{field}” and count nothing there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_source.py" />
      <source>{count} of “{layer}” have no usable calls or minutes (features {ids}): their work is not counted. Give them numbers of 0 or more, or their segment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/work_source.py" />
      <source>{count} of “{layer}” have no place: their calls are counted, the way there is not.</source>
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
      <source>The field “{field}” cannot be removed from layer “{layer}”.</source>
      <translation type="unfinished" />
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
      <source>Field “{field}” of layer “{layer}” holds {length} characters, too few for “{code}”. Shorten the name or choose a longer text field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/layers/writing.py" />
      <source>Field “{field}” of layer “{layer}” is not text and cannot hold “{code}”. Choose a text field or let Territory Manager create one.</source>
      <translation type="unfinished" />
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
      <source>This is a copy to try things out with: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/plugin.py" />
      <source>Sample Plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/account_conflicts.py" />
      <source>Rule {one} gives it to {owner}, rule {two} of the same priority to {other}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/account_conflicts.py" />
      <source>It lies in units of {names}; {owner} comes first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/account_conflicts.py" />
      <source>It lies in no unit; {owner} is nearest.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/account_conflicts.py" />
      <source>It lies in {unit}, which has no territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/account_conflicts.py" />
      <source>It lies in no unit, and no rule holds for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/account_conflicts.py" />
      <source>It has no place on the map, and no rule holds for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/account_conflicts.py" />
      <source>Its family has named accounts of {names}, so it does not go with them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/account_conflicts.py" />
      <source>“{name}” is no territory and no rep that is known.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Assign accounts to reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Gives every account one owner by name, by rules or by the map, and says why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>In this order: an owner named in the account itself; the owner of the named accounts of its family, where they agree; the first rule that holds, by priority (the smallest first) and then by the order of the table; the territory of the unit in which it lies. Rules are rows of field, operator (=, !=, in, not in, contains, starts with, ends with, &amp;lt;, &amp;lt;=, &amp;gt;, &amp;gt;=, is empty, is not empty), value, territory or rep, priority. Rules with a role, such as specialist, and the rules and the map of a second team give another owner beside the first. Conflicts list accounts for which two rules of the same priority name different owners, that lie in units of different territories, whose named owner is not known, whose family has named accounts of different owners, or that have no owner.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>named accounts,segment,industry,rules,owner,override,specialist,overlay,conflict</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>A layer of points.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>The map: polygons, or points of which the nearest counts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/compare_alignments.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Field of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>A table of rules with the fields field, operator, value, territory, rep, priority.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Rules of a second team</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>A table of the same fields: specialists who own accounts beside the first owner. With a field role, a team for each role.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Territory of a second team</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Field of the units: whom the unit belongs to in that team. Its rules go first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Named owner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Field of the accounts: the territory or rep of named accounts. Goes before all rules.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Field of the accounts: those of one parent go with its named accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/capacity.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Territories or reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>A table with one row for each territory, for the name of its rep.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/capacity.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Name of the territory or rep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/capacity.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of that table, with the names that the territory field holds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Field of that table: who serves it. Default: its name, where there are points.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Leave them without an owner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Give them to the nearest territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Either way they are listed among the conflicts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Rules: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Field of the rules. Default: “{what}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Assigned accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>The accounts with territory, rep and reason; a field more for each role of the rules.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Conflicts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Accounts to look at: account, conflict, owner, detail.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Accounts with an owner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Accounts without an owner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Accounts assigned by name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Accounts assigned by a rule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Accounts assigned by the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Choose the territory field of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Choose units, rules or the field with named owners: one of them at least.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Reading accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Layer “{layer}” has no features.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>nobody: in no unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>named account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>family of a named account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>nearest territory, in no unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>rule {row}: {condition}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>map: {unit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>nobody: {unit} is unassigned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>nobody: no place and no rule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Accounts without an owner: {count} ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_accounts.py" />
      <source>Accounts on which rules or units disagree: {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Assign by boundaries</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Gives units the territory in whose boundary they lie.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Several polygons may make up one territory. Invalid polygons are repaired for the purpose. Where boundaries overlap, a unit may belong to several territories: the field “also_in” names the others. By centre the first name in the order of names is taken, by overlap the one that covers most. Units without area, such as points, are placed by their centre in any case.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>import,join by location,overlap,shapes,polygons,intersect,old territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Polygons of the territories, in any CRS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Name of the territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Field of the boundaries. Default: “territory”, or the field that reads like a name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>A unit belongs to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>The boundary in which its centre lies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>The boundary that covers the largest part of it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>The centre is the centroid, or a point inside where that lies outside the unit. The largest part is better where boundaries cut through units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>New territory field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Name of the field with the territories in the output.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Units with territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>The units with all their fields, the territory, the part of the unit that lies in it (overlap_pct, by overlap only) and the other territories that claim it (also_in).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Units with a territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Units without territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Units that several territories claim</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Name the field for the territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Reading the boundaries</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <location filename="../territory_manager/processing/roll_up_accounts.py" />
      <source>Only one of the two layers has a CRS; their coordinates are taken as the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Finding the boundary of each unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Units that lie in no boundary: {count}. {units}{more}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>{unit}: {taken}, also {others}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Units that several territories claim: {count}. {units}{more}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_by_boundaries.py" />
      <source>Boundaries that get no unit: {names}{more}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Assign territories from table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Gives units the territories that a table names by key.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>The table may be any that QGIS opens: CSV, XLSX, ODS, a database table. Blanks around keys, upper and lower case, and numbers such as 1234.0 are overlooked. Keys that lost their leading zeros in a spreadsheet and ZIP codes of nine digits are repaired where they can mean one unit only; every repair is listed. The same key twice is fine as long as it has the same territory. Rows that were not followed are listed with the reason; correct them and run again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>import,join,csv,excel,xlsx,ods,zip code,postal code,spreadsheet,alignment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Field of the units, such as the postal code, by which the table names them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>A table or layer with one row for each unit, in any order.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Key of the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Field of the table with the keys of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Territory of the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Field of the table with the territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Repair keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Look up 1234 as 01234 and 01234-5678 as 01234, where only one unit can be meant. A key that stands in the table as it is outweighs a repaired one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Rows with different territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>What to do with a unit for which rows of the table name different territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Current territory field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Units that the table does not name keep the territory they have in this field. Default: they are unassigned.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>The units with all their fields and the territory, coloured by territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Rows not followed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>The rows of the table that gave no unit its territory, with the reason and a detail.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Repaired keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>The rows whose key was changed to find the unit: the unit's key and what was done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Rows with a repaired key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Units with different territories in the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Matching keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Reading the table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>The first row of “{layer}” is taken as the names of its columns.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>“{layer}” has no rows; it needs one for each unit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Row {row} of “{layer}” is taken as the names of its columns.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>No row of “{layer}” names a unit. Its keys are like “{row}”, those of the units like “{unit}”. Choose other key fields.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Keys that were repaired: {count}. {pairs}{more}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Leading zeros were added to some keys. Other keys of the table have kept theirs, so the ones without may be something else, such as foreign postal codes. Look at “Repaired keys”, or switch the repair off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Keys that several units share: {count}, “{key}” first. All units with the key get its territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>key not clear</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Rows not followed ({reason}): {count}. Row {row}: {detail}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>These territories differ only in case or blanks: {names}. They count as different.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/assign_from_table.py" />
      <source>Units left without territory: {count}. {units}{more}</source>
      <translation type="unfinished" />
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
      <location filename="../territory_manager/processing/territory_performance.py" />
      <location filename="../territory_manager/processing/territory_report.py" />
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
      <source>No territory crosses the border between two values of this field, such as the state: each value is solved by itself, and its territories get their parts of it. Where the number is given, each gets as many as suit it; of reps, those who live there.</source>
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
      <location filename="../territory_manager/processing/territory_report.py" />
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
      <source>Building in {count} areas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/build_territories.py" />
      <source>Locks inside areas need the number of territories.</source>
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
      <location filename="../territory_manager/processing/export_alignment.py" />
      <location filename="../territory_manager/processing/rebalance_territories.py" />
      <source>Writing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Calculate workload</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Estimates the hours that accounts take in a year, for calls and travel, against capacity.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Call hours = calls per year × minutes per call / 60. Travel hours = calls × min(2h/S + (1 − 1/S) × leg, 2h) / 60: h minutes from home, S stops a trip, and the leg from the call before, never more than a trip of its own (Daganzo 1984; Figliozzi 2008). The leg is the account's share of the tour through all accounts of the territory, estimated from the tree that joins them, or 0.7124 × √(area / accounts) inside a unit (Beardwood, Halton and Hammersley 1959). With travel times or roads, these are used instead: Dijkstra's shortest paths on QGIS's road network, from home and between neighbours; the mean of out and back where a road has a direction. Workload = call hours + travel hours. Utilisation = 100 × workload / capacity, empty without capacity. Accounts without a place have call hours only; what is missing is reported.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>capacity,utilisation,calls,travel time,hours,tour,overnight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Call hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Travel hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <location filename="../territory_manager/processing/find_coverage.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Workload (hours)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Capacity (hours)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Utilisation (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Accounts whose call hours are not known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Choose the accounts, or units with calls.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Choose the field of the accounts with the segments.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Travel times need the field with the ids of the accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>There are neither territories nor homes, so the way from home is not counted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Estimating travel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>These segments are not in the table of segments: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Accounts that lie in no unit: {count}. They have no territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Travel times name {count} places that are neither account nor home: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Travel times used: {homes} of {count} ways home and {pairs} ways between accounts; the rest is estimated.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Accounts without a usable number of calls or minutes: {count} ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>Accounts without a place, whose travel is not counted: {count} ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/calculate_workload.py" />
      <source>hours a year</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>A layer of points (the reps' homes) or a table, with one row for each territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>Working hours of each rep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>Field of that table: working hours per year. 0 is a vacancy. Default: working hours below.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>Field of that table: who serves the territory. Default: its name, where there are points.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>Working hours per year</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>Of a rep without hours of their own. 200 days of 8 hours are 1600.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>Selling share (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>How much of the working time is for calls and travel; the rest is for the office. Capacity = working hours × selling share.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>Speed (km/h)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>Mean speed on the way. Minutes = straight distance in km × detour factor / speed × 60.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>Detour factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/capacity.py" />
      <source>Road distance divided by straight distance: about 1.2 in the USA, 1.46 in Europe (Ballou, Rahardja and Sakai 2002).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Carry over alignment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Gives this year's units the territories that last year's had in the same place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Units may have been split, merged or renumbered. Each gets the territory that most of it had: most of its area, or of its accounts, where it has any. Old units without territory count as one more territory, so that what nobody had stays nobody's. Units whose territory is not certain are listed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>base map,change,split,merge,renumber,crosswalk,overlap,areal interpolation,last year</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>New units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>This year's polygons, in any CRS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Old units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Last year's polygons.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Territory of the old units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Field of the old units. Empty is unassigned.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Points that tell which part of a unit counts. Without them its area does.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Weight of the accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Field of the accounts, such as sales. Default: every account counts 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Certain from (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>A unit of which its territory had less than this part is listed as uncertain.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>New units with territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>The new units with all their fields, the territory, the part of the unit that it had (share_pct), the territory with the next largest part (also_in) and its part (also_pct), and by what it was decided (evidence: area or accounts).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Uncertain units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Only those to look at: split between territories, or where there was no old unit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>The weight is a field of the accounts. Choose their layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Reading old units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Comparing old and new units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Finding the units of each account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>{unit} (no old unit there)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>{unit} ({territory} {share:.0f} %)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/carry_over_alignment.py" />
      <source>Units whose territory is uncertain: {count}. {units}{more}</source>
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
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Territory before</source>
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
      <location filename="../territory_manager/processing/territory_report.py" />
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
      <source>Units that are not in “{layer}”: {count}, {unit} first. They count as unassigned after.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_accounts.py" />
      <source>Points with their work, which counts where they belong: in their own territory, on whatever unit they lie. Calculate workload gives them. Default: the units have the work.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_accounts.py" />
      <source>Workload of the account (hours)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_accounts.py" />
      <source>Field of the accounts: hours per year.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_accounts.py" />
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Territory of the account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_accounts.py" />
      <source>Field of the accounts. Where it is empty, an account belongs to the territory of its unit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_accounts.py" />
      <source>Accounts in no unit and without a territory, whom nobody covers: {count} ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_tables.py" />
      <source>nothing to fix</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_tables.py" />
      <source>work of {count} reps is out of reach</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_tables.py" />
      <source>{count} reps to spare</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_tables.py" />
      <source>{segment}: white space {amount}, {share} % of all; {sold} % of the potential is sold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_tables.py" />
      <source>Without a segment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/coverage_tables.py" />
      <source>Units without potential or sales, which no segment counts: {count}.</source>
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
      <source>Points are given the part of the map that is nearer to them than to any other point. Units without a territory are left out. The result is coloured so that neighbours never look alike. With a table of levels, the outlines of regions and what is above them come too, drawn thicker.</source>
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
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Export alignment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Writes units or accounts with their territory and rep as CSV or XLSX.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>One row for each unit or account. Text stays text: XLSX keeps leading zeros; a CSV file has them too, but Excel drops them when it opens one. Text that a spreadsheet would take for a formula gets an apostrophe; “Assign territories from table” takes it away again. With a baseline the columns previous_territory, previous_rep and change (moved, assigned, unassigned) are added.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>csv,excel,xlsx,crm,list,scenario,changes,handover,spreadsheet,save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Units or accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>A layer or table with a territory field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Field with the territories to compare with: today's, or those of another scenario.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Only changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Write only the rows whose territory differs from the territory before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Fields to export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Default: all fields but those of the territories, which have columns of their own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Field of that table: who serves the territory. Default: its field “rep”, or the name, where the layer has points. Without a table, a field “rep” of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Further fields of the territory or rep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Fields of that table, such as e-mail or manager, that each row gets.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Header in the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Which columns the file has, in their order, and how it calls them, for a CRM that wants it so. Fields are those of the units, territory, rep, previous_territory, previous_rep, change and the further fields. An empty header is the field's own name. Default: all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>csv or xlsx. Default: as the file's name ends; csv where it ends otherwise.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>XLSX only: each territory gets a sheet of its own; without, all rows are in one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>CSV only: begin with a byte order mark, without which Excel misreads accents. Some other programs want none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Exported alignment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Comma separated values (*.csv);;Excel workbook (*.xlsx)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>The file to write.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Rows written</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Units or accounts that change hands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Rows without territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>The format is {format}, but the file ends in .{ending}. Make them agree.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Choose the field with the territories before; only then are there changes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Further fields come from the layer of territories or reps. Choose it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>CSV has no sheets; all rows are in one file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>{rows} rows written to {file}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>Reading units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/export_alignment.py" />
      <source>These territories are not in “{layer}”, so they have no rep: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Find under- and over-served areas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Compares the capacity of reps with the workload in their reach, and sales with potential.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Coverage = 100 × hours of capacity / hours of workload. Each rep's capacity is shared out over the units of the territory within reach, in proportion to their workload; without territories, over all units within reach (two-step floating catchment areas, Luo and Wang 2003). With accounts, the work of each counts with the territory that has it, wherever it lies. Coverage is then smoothed: capacity and workload of each unit and its neighbours are added up before they are divided. White space = potential − sales. Hot and cold spots are units around which white space is higher or lower than chance would have it: Getis-Ord Gi* (Getis and Ord 1992, Ord and Getis 1995) on the neighbours of the map, with the false discovery rate of Benjamini and Hochberg (1995). Reps missing = (workload − capacity) / capacity of one rep. Candidate homes are found one after the other, each where a rep could take on most of what nobody covers (Church and ReVelle 1974).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>coverage,white space,hot spot,getis-ord,underserved,overserved,fte,greenfield,location</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Field of the units: hours per year, as Calculate workload gives them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of the units: what could be sold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Field of the units: what is sold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>How far from home a rep serves a unit, by road. Empty: no limit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Reach in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Minutes (by road, where there are roads; else at the speed below), or kilometres.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Field of the units: segment or industry, for the white space of each.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <location filename="../territory_manager/processing/parameters.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Tolerance (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Well served is a coverage between 100 − this and 100 + this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Smoothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>How many rings of neighbours the coverage of a unit looks at. 0: none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>False discovery rate (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>How many of the hot and cold spots may be so by chance.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Candidate homes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>How many places for more reps to look for.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>The units with coverage (%), class (under, well, over), coverage_raw (not smoothed), white_space, potential_pct, hot_spot (hot, cold, none), hot_spot_z and hot_spot_p.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Coverage by territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Each territory with workload, capacity, coverage, class, white space, reps missing and what would fix it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>White space by segment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>For each segment potential, sales, penetration and white space, with their shares.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Where to put the next reps, ranked, with the hours that each would take on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Coverage of all (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Reps missing (full-time equivalents)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Reps spare (full-time equivalents)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Under-served units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Well served units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Over-served units</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Hot spots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Cold spots</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>White space of all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Choose the territory field of the units, or a layer of reps, or both.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Choose the field of the units with the workload, or accounts with theirs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Choose the field of the accounts with their workload.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>White space needs the potential as well as the sales.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>White space by segment needs the fields with segment, potential and sales.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>No capacity: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>No home is known, so the reach limits nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Units that sell more than their potential: {count} ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Units under-served: {under}, well served: {well}, over-served: {over}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/find_coverage.py" />
      <source>Reps missing: {missing}, spare: {spare} (full-time equivalents, territory by territory).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Import accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Makes points of a list of customers, by coordinates or by the unit that each row names.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>CSV, TXT, TSV, XLSX and ODS, in any encoding and with any separator. Amounts are read with decimal points or commas and with a currency: “1.234,50 €”, “$1,200”, “(300)”. Coordinates that are 0, 0, impossible, swapped or without their minus are reported, as are amounts that cannot be read; nothing is left out in silence.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>import,customers,csv,excel,xlsx,ods,points,longitude,latitude,geocode,zip code,crm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>List of accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>A file of CSV, TXT, TSV, XLSX or ODS with one row for each account.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Column with longitude or x</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Default: the column that is called so.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Column with latitude or y</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>CRS of the coordinates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>What the coordinates mean. Default: longitude and latitude, EPSG:4326.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Where the accounts should be, and the units that rows without coordinates name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Field of the units, such as the postal code, by which rows name them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Column with the key of the unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Rows without coordinates are placed in the middle of the unit that they name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Columns with amounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Names separated by semicolons. Default: columns of which most cells are amounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Mend coordinates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Swap coordinates, and put back a lost minus, where that leads into the area of units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Look up 1234 as 01234 and 01234-5678 as 01234, where only one unit can be meant.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Import accounts that are in none of the units, too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>In amounts and coordinates.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>A point for each account, with all columns.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Rows that were left out or repaired and amounts that could not be read, with the reason.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Accounts imported</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Rows left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Amounts that could not be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Placing the accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Coordinates are taken from {x} and {y}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/import_accounts.py" />
      <source>Row {row}: {detail} So in {count} rows.</source>
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
      <source>Reading “{layer}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>Layer “{layer}” has no features. Choose another layer, or another selection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>Below 0 in field “{field}”, which counts as it is: {count} ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>The same holds for {count} more units, features {ids}{more}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>The same holds for {count} more accounts, features {ids}{more}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>Field “{field}” has a number in none of the {count} units. Choose another field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/inputs.py" />
      <source>Field “{field}” has a number in none of the {count} accounts. Choose another field.</source>
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
      <location filename="../territory_manager/processing/rep_count.py" />
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
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Alignment as of a date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Finds out who had which unit at a time, from the journal of a plan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Begins with the territories of now and takes back, one by one, what the journal says was saved after that time. Units that were changed where the journal did not hear of it are counted; what they had is as far as it is known.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>history,journal,time,past,restore,audit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>The table “journal” of the plan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Time of your clock. What was saved at that very moment counts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Field with what the journal has as “key”, for units that were copied and have other feature ids. Default: feature ids.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Which alignment of the journal. Default: the one with the name of the territory field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Name of the field with the territories of that time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Units as of the date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>The units with all their fields and the territory that they had then.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Units that had another territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Saves taken back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Units changed past the journal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Say as of when, such as 2027-01-31 or 2027-01-31T12:00:00.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Reading journal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>The journal knows no scenario “{scenario}”. It knows: {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Field “{field}” was made later: there was no such alignment then.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Units changed where the journal did not hear of it: {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/journal_as_of.py" />
      <source>Key “{key}” in field “{field}” is not unique: units cannot be told apart by it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/level_tables.py" />
      <source>A table with a territory a row, and its region, country and so on in further fields.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/level_tables.py" />
      <source>Territory in the table of levels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/level_tables.py" />
      <source>Field of that table with the names of the territories. Default: the one with most of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/level_tables.py" />
      <source>Levels, the lowest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/level_tables.py" />
      <source>Fields of that table. Default: all others that hold text, from left to right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/level_tables.py" />
      <source>Tolerance of the levels (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/level_tables.py" />
      <source>How far a region may be from its target. Default: the tolerance of the territories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/level_tables.py" />
      <source>“{layer}” is no table of levels: it needs a field with the names of the territories, and one for each level.</source>
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
      <source>Choosing colours</source>
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
      <source>How far a territory may be from its target, in % of the target.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>A table, or a layer of points (the reps' homes), with one row for each territory.</source>
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
      <location filename="../territory_manager/processing/territory_performance.py" />
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
      <location filename="../territory_manager/processing/rep_count.py" />
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
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>What was reached, in words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Such as utf-8 or windows-1252. Default: found out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>comma, semicolon, tab, pipe or the character itself. Default: found out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Of a workbook. Default: the largest.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>Row with the names of the columns</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/parameters.py" />
      <source>0 where there is none. Default: found out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Prioritize accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Classes accounts as A, B and C by potential, and shows whether selling time goes there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>By share of potential, an account belongs to the first class whose limit is above the share of all potential that accounts with more potential hold together: A are those that make up the first 60 %, the one that crosses 60 % included; equal accounts are in one class (Juran 1954, after Pareto). By share of accounts, accounts are counted instead. By threshold, the limit is the least potential of the class. gap = target calls − calls today. hours = calls × hours per call: those of the account (its hours today / its calls), or the mean of its class where nobody calls. time_index = 100 × share of time / share of potential: 100 is time in proportion to potential, above it the class gets more. Misplaced time = half the sum of the differences between the two shares (Duncan and Duncan 1955). How often to call on whom: Lodish 1971 (CALLPLAN).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>abc,pareto,priority,frequency,call plan,segmentation,potential,selling time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Points, or units with the potential of their accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Field of the accounts: what could be sold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Limits are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Shares of potential (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Shares of accounts (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>The least potential</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>What the limits of the classes mean.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Limit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Calls per year</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>The best class first. The last one takes what is left and needs no limit. Without calls, accounts of the class keep those that they have.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Calls today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Field of the accounts: calls per year.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Minutes per call</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Field of the accounts, where their hours are not known.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Hours today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Field of the accounts: hours per year with travel, as Calculate workload gives them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Minutes of all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Where no field says how long a call takes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Accounts with priority</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>The accounts with priority, potential_pct, target_calls, gap (calls) and target_hours.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Time by class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>For each class accounts, potential, calls and hours, today and wanted, and their shares.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Time by territory and class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>The same for each territory, shares of its own totals.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Accounts with a class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Accounts without a usable potential</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Calls wanted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Hours wanted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Selling time that is not where the potential is (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Hours today need the calls today: together they say how long a call takes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>A table by territory needs the territory field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Classes need three columns: class, limit, calls per year.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>{name}: {accounts} accounts, {potential} % of the potential, {hours} % of the time today, {wanted} % of the time wanted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>Without a class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/prioritize_accounts.py" />
      <source>“{text}” in class “{name}” is not a number.</source>
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
      <location filename="../territory_manager/processing/problems.py" />
      <source>{count} units have no usable geometry and so no territory, {unit} first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/problems.py" />
      <source>Counted with them the largest deviation is {deviation} %.</source>
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
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Rep count and placement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Finds how many reps the workload needs and where they should live; tries one more or less.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>For each number of reps a real plan is built: balanced on call hours first; then every new rep lives at the unit from which the calls of the territory are nearest (least sum of calls × distance; Weiszfeld 1937), travel is computed from there as in Calculate workload, and the plan is built anew, balanced on calls and travel, three times at most (location and allocation in turns, Cooper 1964). Today's reps stay where they are; new ones begin where most work is left over (Church and ReVelle 1974). With fewer reps than today, those go without whom the ways grow least (Feldman, Lehrer and Ray 1966). The number, where none is given, is the fewest whose capacity covers calls and travel (workload method, Talley 1961). utilisation = 100 × workload / capacity; coverage = share of the workload that its own rep has hours for; max_deviation = largest difference of a rep's utilisation from that of all, in %; reps_missing = (workload − capacity) / capacity of one rep, negative where some are to spare.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>headcount,sizing,how many reps,greenfield,location,what if,fte,homes,placement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Number of reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Largest deviation of a utilisation (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Workload that is covered (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Field of the units: of all their accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Field of the units. Default: 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Calls per year of an account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Where no field says how many.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Empty: the fewest whose capacity covers the workload, travel included.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>How far the workload of a rep may be from the share of their capacity.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Time limit of a plan (seconds)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>After this time the best plan found so far is taken. There are at least three plans.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>One more, one less</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>For one rep less, the number, and one more: travel, utilisation, balance and coverage.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Homes of the reps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>For the number of reps: where each lives, with workload, travel and utilisation.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>The plan for the number of reps: units with territory, travel_hours and workload_hours.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Building plans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>Units without a place, which no plan counts: {count} ({names}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>{reps} reps: {utilisation} % of the capacity is used, {travel} hours of travel, {covered} % of the workload covered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/rep_count.py" />
      <source>{reps} reps: {message}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/reps.py" />
      <source>“{name}” has no usable number in field “{field}” ({value}); it counts as missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/reps.py" />
      <source>These territories are not in the table of territories: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Roads</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Lines of a road network. Travel then follows the roads (Dijkstra's shortest paths on QGIS's own network); what they do not reach is estimated. Empty: all of it is estimated.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Speed on the road</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Field of the roads: km/h, or a text such as “30 mph”. Empty: the speed of all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Direction of the road</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Field of the roads: which way they may be driven. Empty: both.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Forward only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>What that field says for it, separated by commas. Default: F, FT, yes, 1 and the like.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Backward only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>What that field says for it, separated by commas. Default: T, TF, -1 and the like.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Gap (metres)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Ends of roads that are so near to each other are joined.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Farthest from a road (km)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Places farther from every road are not reached by it. The way to it counts as estimated.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Reading roads</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Travelling from homes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Travelling between accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source> (such as “{text}”)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Roads of “{layer}” without a usable speed: {count} of {all}{examples}. They get the usual one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Directions of “{layer}” that mean nothing here: {values}. Such roads go both ways.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>Roads of “{layer}” whose coordinates do not fit: features {ids}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>By road: {homes} of {count} ways home and {pairs} ways between neighbours. A straight kilometre takes {minutes} minutes by road here; the estimate has {estimate}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/road_times.py" />
      <source>No way by road from home, so it is estimated: {count} ({names}).</source>
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
      <source>Name the field for the count.</source>
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
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Territory performance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Shows for each territory sales, quota, growth, penetration and how fair its quota is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>attainment = 100 × sales / quota; gap = sales − quota; growth = 100 × (sales − previous) / previous; penetration = 100 × sales / potential; white_space = potential − sales; potential_per_quota = potential / quota; quota_fairness = 100 × potential per quota of the territory / that of all: 100 is fair, above it the quota is easier to make than elsewhere (Zoltners, Sinha and Lorimer 2006); fair_quota = all quotas together × share of potential; quota_of_potential = 100 × quota / potential: above 100 nobody can make it; sales_per_hour = sales / workload hours; rank by attainment, or by sales without quotas; _pct is the share of the whole; trend_pct is the slope of the line through the periods in % of their mean, sparkline the same as a line of text, from the lowest (▁) to the highest (█) period. A ratio is empty where what it is divided by is 0, negative or missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>quota,attainment,growth,penetration,ranking,sales,trend,fairness</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of the units: sales of this period. Default: the last of the periods.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of the units, for the growth. Default, without sales: the last period but one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of the units: hours per year, for the sales per hour.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Periods</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Fields of the units with the sales of several periods, in their order, for the trend.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Sales by period</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>A long table instead: a row for every unit and period. Rows of the same two add up.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Id of the unit in the rows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of that table, with the ids of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Period of the row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of that table: a month, a quarter, a year. Calendar names go by the calendar.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Sales of the row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of that table.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of the units to which that table refers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Quota of the unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of the units: quotas that add up. Default: the quota of the territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>A table or a layer of points with one row for each territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of that table: what was to be sold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Field of that table: who serves the territory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>One polygon with its numbers for each territory, and a row for units without one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Sales of all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Attainment of all (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Growth of all (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Penetration of all (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Territories that make their quota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Territories whose quota is above their potential</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Choose the table that has the quotas, or a quota field of the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Sales by period need the id, period and sales of the row, and the unit id.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Give the periods as fields or as rows, not both.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Choose the field with the sales, or periods.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>No row of the sales by period belongs to a unit: nothing to show.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>“{layer}” has sales of {amount} for units that are not there: {ids}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Row {row} of “{layer}”: “{value}” in field “{field}” cannot be read as a number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>The same holds for {count} more rows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Rows of “{layer}” without a unit or a period: {count} (the first is row {row}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Periods, in the order of time: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Without a potential above 0, so without penetration: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>Without sales in the last period, so without growth: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>The quota is above the potential, so nobody can make it: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_performance.py" />
      <source>% of quota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Territory report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Writes one page with the map, the balance of every territory and what changes hands.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>The page needs no other file and no connection; it can be printed, mailed and archived. With a baseline it shows both maps side by side and who gives what to whom.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>html,pdf,print,summary,baseline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Headline of the page. Default: the name of the layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Field of the units with the alignment to compare with, such as today's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>The page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Report as PDF</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>The same to print.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Drawing the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Map of the territories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>The baseline has none of the territories' names, so everything counts as changing hands. Rename its territories to those they become.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>Map of the baseline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>{units} units · {measures} · {date}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>every unit counts 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_report.py" />
      <source>The report “{path}” cannot be written: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>Measures how balanced, compact and contiguous the territories of a layer are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/territory_statistics.py" />
      <source>One row for each territory: number of units; total, share and deviation from the target for every measure; the same for the index; area, perimeter, compactness (Polsby-Popper, 1 is a circle) and the number of pieces. Units without a territory are a row of their own. With a table of levels, regions and what is above them are further rows, told apart by “level”.</source>
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
    <message>
      <location filename="../territory_manager/processing/within.py" />
      <source>Units without a value in “{field}”: {count}, {unit} first. They belong to the area around them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/within.py" />
      <source>Territories in each area: {counts}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Points, or polygons with calls. Default: the units.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Field of the accounts; of a unit, all its calls together. Empty: that of its segment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Field of the accounts. Empty: that of its segment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Calls per year of all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Where neither a field nor a table of segments says how many.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Where neither a field nor a table of segments says how long.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Field with the number of accounts, where the accounts are given by unit. Default: 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Field of the accounts, where they have territories of their own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Field of the accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Segments</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>A table with calls per year and minutes per call for each segment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Name of the segment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Field of that table. Default: “segment”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Calls of the segment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Field of that table: calls per year. Default: “calls”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Minutes of the segment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Field of that table: minutes per call. Default: “minutes”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Polygons with territories, in which the accounts lie. Without: see the accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Field of the units. Without any territories, the nearest home serves an account.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Calls on a day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>How many calls a rep makes on a day.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Trips on a day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>How often a rep leaves home on a day. Stops a trip = calls on a day / trips on a day.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Overnight beyond (km)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Accounts farther from home by road are visited on trips with nights away. Empty: never.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Days away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>How long such a trip is: its stops are those of so many days.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Travel times</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>A CSV of origin, destination and minutes from a routing service, used wherever it has the pair. Origins and destinations are account ids, territories or reps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Account id</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Field of the accounts with the ids of the travel times.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Workload</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>The accounts with call_hours, travel_hours, workload_hours and home_minutes (one way).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>Workload by territory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/processing/workload_parameters.py" />
      <source>For each territory: accounts, calls, hours, trips, nights, capacity and utilisation.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>{within} of {count} territories within ±{tolerance} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>largest deviation {deviation} % ({name})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>{count} units unassigned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>every unit assigned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>every territory in one piece</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <location filename="../territory_manager/report/pdf.py" />
      <source>What changes hands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>How it is measured</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>Made with Territory Manager for QGIS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>Nothing changes hands.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>{count} smaller ones are left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>Against the baseline: {moved} units change hands, {disruption} % of the total; the largest deviation goes from {before} % to {after} %, the balance index from {index_before} to {index_after} (100 is perfect).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>Of the total of all units, assigned or not.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>100 × (total − target) / target, of the weighted index of all measures.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>Connected parts of the territory; a contiguous one has 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>4π × area / perimeter² (Polsby-Popper): 1 is a circle.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/page.py" />
      <source>Share of the index that somebody had and has no more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../territory_manager/report/pdf.py" />
      <source>The report “{path}” cannot be written.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
