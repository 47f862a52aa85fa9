"""What can be made of a tool: poster, facilitator guide, booklet, quick guides.

Purpose: lead an order through the rooms (resolve, layout, pdf, press) to finished bytes. A product is one module with a
function `make`, and a line in `make.py`. Not here: options and printing (`cli/`), writing files (`deliver.py`), what a
kit wants (`building/plan.py`).
"""
