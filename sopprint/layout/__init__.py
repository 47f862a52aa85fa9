"""Where everything goes. Layout decides, drawing obeys; the result is a `frame.Page`."""
