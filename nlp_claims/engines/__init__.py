"""Ways to run the extraction: in this process, in worker processes, on a Ray cluster.

All of them do the same :class:`~nlp_claims.engines.work.Work` on the same batches of documents, so their output is the
same byte for byte.
"""
