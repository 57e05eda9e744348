"""Timers, masks, waiting for signals, the wakeup descriptor, asyncio's handlers."""
import signal,os,time,threading
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=f'{type(e).__module__}.{type(e).__name__} {e}'
    print(getattr(f,'__name__',f),a if f is not signal.pthread_kill else a[1:],k,r)
print(signal.ItimerError, signal.ItimerError.__mro__, signal.getitimer.__module__)
t(signal.setitimer,5,1); t(signal.setitimer,0,-1); t(signal.setitimer,0,'x'); t(signal.getitimer,7); t(signal.setitimer,0,1e20); t(signal.setitimer,0,float('nan')); t(signal.alarm,'x'); t(signal.alarm,2**40)
print(signal.setitimer(0,1.5,0.5)); print(signal.getitimer(0)[0]>1); print(signal.alarm(0)); t(signal.setitimer,0,0)
print(signal.alarm(100), signal.alarm(0))
t(signal.set_wakeup_fd,99); t(signal.set_wakeup_fd,-1); t(signal.set_wakeup_fd,-5);t(signal.set_wakeup_fd,'x')
t(signal.pthread_kill,threading.get_ident(),0); t(signal.pthread_kill,threading.get_ident(),99); t(signal.pthread_kill,threading.get_ident(),-1)
t(signal.sigtimedwait,[],0); t(signal.sigtimedwait,[10],-1); t(signal.sigtimedwait,[10],'x'); t(signal.sigwait,[99]); t(signal.sigwait,3); t(signal.sigpending); t(signal.pidfd_send_signal,0,10,3); t(signal.pidfd_send_signal,99,10); t(signal.siginterrupt,10,True); t(signal.siginterrupt,0,1);t(signal.siginterrupt,99,1)
signal.pthread_sigmask(signal.SIG_BLOCK,[10,12]); os.kill(os.getpid(),10); signal.raise_signal(12); print(signal.sigpending()); i=signal.sigwaitinfo([10]); print(i[:3], i.si_pid==os.getpid(), i.si_status); print(signal.sigtimedwait([12],1).si_signo); print(signal.sigpending(), signal.sigtimedwait([10],0.05))
print(signal.struct_siginfo.__doc__, signal.struct_siginfo.n_fields)
t(signal.pthread_sigmask,9,[1]); t(signal.pthread_sigmask,0,[99]); print(signal.pthread_sigmask(0,[9])); print(signal.pthread_sigmask(0,[]))
def h(n,f): print('handler',signal.Signals(n).name)
signal.signal(signal.SIGALRM,h); signal.signal(10,h)
signal.raise_signal(10); print('kept', signal.sigpending()); signal.pthread_sigmask(signal.SIG_UNBLOCK,[10]); print('after')
signal.setitimer(signal.ITIMER_REAL,0.05); time.sleep(0.2); print('slept')
signal.setitimer(signal.ITIMER_REAL,0.05); signal.pause(); print('paused')
class T(Exception): pass
def tm(*a): raise T('time')
signal.signal(signal.SIGALRM,tm)
for body in ('while True: pass','time.sleep(10)','sum(i for i in iter(int,1))','[x for x in iter(int,1) if x]'):
    signal.setitimer(signal.ITIMER_REAL,0.1)
    try: exec(body)
    except T as e: print('caught',e)
r,w=os.pipe(); os.set_blocking(w,False); print(signal.set_wakeup_fd(w)); signal.raise_signal(10); print(os.read(r,10), signal.set_wakeup_fd(-1)==w)
n=[0]
def cnt(*a): n[0]+=1
signal.signal(signal.SIGALRM,cnt); signal.setitimer(0,0.01,0.01)
while n[0]<5: pass
print(n[0]>=5, signal.setitimer(0,0)[1])
import asyncio
async def main():
    loop=asyncio.get_running_loop(); ev=asyncio.Event(); loop.add_signal_handler(signal.SIGUSR1, ev.set); loop.call_later(0.05, os.kill, os.getpid(), signal.SIGUSR1); await asyncio.wait_for(ev.wait(),3); print('async got'); print(loop.remove_signal_handler(signal.SIGUSR1))
asyncio.run(main())
