def show(*args, **kw):
    try:
        print(sorted(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)
show([3, 1, 2])
show('bca')
show({3: 1, 1: 2})
show([3, 1, 2], reverse=True)
show(['bb', 'a', 'ccc'], key=len)
show(['bb', 'a', 'ccc'], key=len, reverse=True)
show([1, 'a'])
show()
show(1)
show([1], 2)
show([1], wrong=2)
show([1, 2], key=3)
show([], key=None)
data = [3, 1, 2]
print(sorted(data) is data, data)
