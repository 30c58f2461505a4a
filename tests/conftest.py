"""What several test modules share: the bundled pipeline, loaded once."""

import pytest

from nlp_claims import models, pipeline


@pytest.fixture(scope="session")
def nlp():
    """The bundled pipeline with all components on top."""
    return pipeline.load(str(models.BUNDLED))
