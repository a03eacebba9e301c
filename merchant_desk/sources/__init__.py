"""What brings customers: contents with their code words, costs and views; channels; touches with evidence.

Attribution models live here as pure arithmetic. Takings by source are read in insights.
"""
