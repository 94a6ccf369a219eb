import json
from pathlib import Path

from django.core.management.base import BaseCommand
from tqdm import tqdm

from members.models import BusinessPage, InitiativePage
from members.presenting import features
from members.services.own_csv import write_csv
from site_core.navigation import public_url


class Command(BaseCommand):
    help = "Writes all profiles: as CSV with every field (import_businesses reads it back), or public ones as GeoJSON."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="where to write; .geojson gives GeoJSON, anything else CSV")

    def handle(self, *args, file, verbosity, **options):
        if file.suffix == ".geojson":
            found = [
                feature
                for model in (BusinessPage, InitiativePage)
                for feature in features(model.objects.on_the_map().for_results().in_order(), public_url)
            ]
            file.write_text(json.dumps({"type": "FeatureCollection", "features": found}, ensure_ascii=False), "utf-8")
            number = len(found)
        else:
            number = write_csv(file, progress=lambda rows: tqdm(rows, file=self.stderr, disable=verbosity == 0 or None))
        self.stdout.write(f"{number} Einträge nach {file} geschrieben.")
