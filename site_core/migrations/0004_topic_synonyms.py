from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("site_core", "0003_kiezplan"),
    ]

    operations = [
        migrations.AddField(
            model_name="topic",
            name="synonyms",
            field=models.TextField(
                blank=True,
                help_text="Words that mean the same, in any language, one a line.",
                verbose_name="everyday words",
            ),
        ),
    ]
