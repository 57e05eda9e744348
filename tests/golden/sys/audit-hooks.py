import sys
seen = []
def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
show(sys.audit)
show(sys.audit, 1)
show(sys.addaudithook)
on = True
def hook(event, args):
    if on and event.startswith('my.'): seen.append((event, args))
    if on and event == 'my.forbidden': raise PermissionError('no')
sys.addaudithook(hook)
sys.audit('my.event', 1, 'a')
sys.audit('my.bare')
show(sys.audit, 'my.forbidden')
print(seen)
on = False
