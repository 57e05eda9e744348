for x in y:
    é = (1 2)
