"""The extraction on a Ray cluster: shards of input in, shards of JSON Lines and a manifest out.

A shard is one input file. It is read, extracted and written by one stateful worker, which loads the pipeline once;
Ray Data hands out the shards, restarts workers that die, and scales to what the cluster has. Inputs and output may be
remote (``s3://``, ``gs://``, ``hdfs://``: what pyarrow opens), and Parquet. The bytes of a shard are those that the
local engine writes for the same file with ``--skip-errors``, so all shards in order are its output.

The manifest, ``manifest.jsonl`` in the output folder, has a line for each finished shard: a run that resumes leaves
those out.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from nlp_claims.engines.work import EngineError, Extractor, Work, batches
from nlp_claims.reading.documents import Reading
from nlp_claims.reading.sources import InputError, expand, is_remote
from nlp_claims.writing.output import PART

MANIFEST = "manifest.jsonl"


class Shard(msgspec.Struct, frozen=True):
    """A line of the manifest: an input file, the shard made of it, and what is in that."""

    source: str
    shard: str
    documents: int
    rejected: int
    chars: int


class Summary(NamedTuple):
    """What a run did."""

    shards: int
    documents: int
    rejected: int


def run(
    sources: Sequence[str],
    folder: str,
    work: Work,
    reading: Reading,
    *,
    jobs: int,
    address: str | None = None,
    resume: bool = False,
) -> Summary:
    """Extract every source into ``folder``.

    Args:
        sources: files, folders or patterns, local or remote; each file becomes a shard.
        folder: where shards and manifest go, local or remote.
        work: what to do.
        reading: how to read.
        jobs: the number of workers, each with one CPU of the cluster.
        address: the cluster; by default one on this machine, for this run.
        resume: leave out the shards in the manifest that an earlier run left.

    Raises:
        EngineError: Ray is not installed, or a worker cannot load the pipeline.
        InputError: a source does not exist.
    """
    try:
        import ray
    except ImportError:
        raise EngineError("Ray is not installed; pip install 'nlp-claims[ray]'") from None
    inputs = list(_inputs(sources))
    store = _Store(folder)
    done = {shard.source: shard for shard in store.manifest()}
    if done and not resume:
        raise EngineError(f"{folder} holds the shards of an earlier run; go on with --resume, or give another -o")
    todo = [
        {"source": source, "shard": f"part-{number:06d}.jsonl"}
        for number, source in enumerate(inputs)
        if source not in done
    ]
    if todo:
        ray.init(address=address, logging_level="error", log_to_driver=False)
        try:
            ray.data.DataContext.get_current().enable_progress_bars = False
            rows = ray.data.from_items(todo, override_num_blocks=len(todo)).map_batches(
                ShardWorker,
                fn_constructor_args=(folder, msgspec.to_builtins(work), msgspec.to_builtins(reading)),
                batch_size=1,
                compute=ray.data.ActorPoolStrategy(size=min(jobs, len(todo))),
                num_cpus=1,
            )
            for row in rows.iter_rows():
                shard = msgspec.convert(row, Shard)
                done[shard.source] = shard
                store.write(MANIFEST, b"".join(msgspec.json.encode(one) + b"\n" for one in done.values()))
        except (ray.exceptions.RayError, ray.data.exceptions.UserCodeException) as error:
            raise EngineError(f"the cluster gave up: {str(error).strip().splitlines()[-1]}") from error
        finally:
            ray.shutdown()
    ours = [done[source] for source in inputs]
    return Summary(len(ours), sum(shard.documents for shard in ours), sum(shard.rejected for shard in ours))


def _inputs(sources: Sequence[str]) -> Iterator[str]:
    for path in expand(sources):
        if isinstance(path, InputError):
            raise path
        yield path


class _Store:
    """The output folder, local or remote."""

    def __init__(self, folder: str) -> None:
        from pyarrow import fs

        self._files: Any = fs.LocalFileSystem()
        self._folder = folder
        if is_remote(folder):
            self._files, self._folder = fs.FileSystem.from_uri(folder)
        self._files.create_dir(self._folder, recursive=True)

    def write(self, name: str, data: bytes) -> None:
        """Put a whole file in its place."""
        with self.begin(name) as stream:
            stream.write(data)
        self.finish(name)

    def begin(self, name: str) -> Any:
        """A stream into the file's part."""
        return self._files.open_output_stream(f"{self._folder}/{name}{PART}")

    def finish(self, name: str) -> None:
        """Make the part the file."""
        self._files.move(f"{self._folder}/{name}{PART}", f"{self._folder}/{name}")

    def manifest(self) -> list[Shard]:
        """The shards that earlier runs finished."""
        try:
            with self._files.open_input_stream(f"{self._folder}/{MANIFEST}") as stream:
                return [msgspec.json.decode(line, type=Shard) for line in stream.read().splitlines()]
        except FileNotFoundError:
            return []


class ShardWorker:
    """Lives on the cluster, holds a pipeline, turns input files into shards."""

    def __init__(self, folder: str, work: dict[str, Any], reading: dict[str, Any]) -> None:
        self._store = _Store(folder)
        self._work = msgspec.convert(work, Work)
        self._reading = msgspec.convert(reading, Reading)
        self._extract = Extractor(self._work)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[Any]]:
        """Make the shards of a batch of rows."""
        made = [self._shard(str(s), str(n)) for s, n in zip(batch["source"], batch["shard"], strict=True)]
        return {field: [getattr(shard, field) for shard in made] for field in Shard.__struct_fields__}

    def _shard(self, source: str, name: str) -> Shard:
        count = refused = chars = 0
        incoming = self._reading.read([source], skip_errors=True)
        with self._store.begin(name) as stream:
            for group in batches(incoming, self._work.batch_size):
                for result in self._extract(group):
                    stream.write(result.lines)
                    count, refused, chars = count + 1, refused + (result.error is not None), chars + result.chars
        self._store.finish(name)
        return Shard(source=source, shard=name, documents=count, rejected=refused, chars=chars)
