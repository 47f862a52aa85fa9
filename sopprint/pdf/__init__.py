"""From pages to a finished, tagged PDF, and back again for inspection. The only home of ReportLab."""
