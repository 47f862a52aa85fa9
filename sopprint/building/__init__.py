"""From a kit to all its files: what it asks for, what of that is fresh, and the rest made by several processes.

`plan.py` says which jobs there are, `inputs.py` and `key.py` what they were made from, `manifest.py` keeps that beside
the outputs, `bench.py` does one job, `crew.py` many side by side, `run.py` leads it all. Not here: how one product is
made (`products/`), options, printing, writing a file (`deliver.py`).
"""
