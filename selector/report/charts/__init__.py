"""Charts, each one Vega-Lite specification that serves the page and the paper alike."""
