"""England in April 2013: real buyers and NHS plans, with synthetic bids calibrated to published figures."""
