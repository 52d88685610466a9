"""The system landscape: mock systems, the integrations that copy between them, and observations.

What a screen shows is a copy with a history. An observation is computed from the truth, the
systems and the integrations, by five rules (``observe``); staleness and error follow from the
landscape and are written in nowhere.
"""
