"""What several test modules share: the bundled pipeline, loaded once."""

import os

# before numpy, as the command does: threads that wait for a core on a busy machine count as the text's time
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import pytest

from nlp_claims import models, pipeline


@pytest.fixture(scope="session")
def nlp():
    """The bundled pipeline with all components on top."""
    return pipeline.load(str(models.BUNDLED))
