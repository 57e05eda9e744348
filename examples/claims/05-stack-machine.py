"""Claim 5: the machine works on a stack; a frame holds the instruction pointer, the locals and that stack."""
import dis
import sys


def area(width, height):
    return width * height + trace()


def trace():
    frame = sys._getframe(1)
    at = frame.f_lasti
    instruction = next(i for i in dis.get_instructions(frame.f_code) if i.offset == at)
    print("paused at", instruction.opname, "in", frame.f_code.co_name, "with", frame.f_locals)
    return 0


print(area(3, 4))
print("deepest stack:", area.__code__.co_stacksize)

depth = 0
for instruction in dis.get_instructions(area):
    arg = instruction.arg if instruction.opcode >= dis.HAVE_ARGUMENT or instruction.arg is not None else None
    effect = dis.stack_effect(instruction.opcode, arg)
    depth += effect
    print(f"{instruction.opname:32} {effect:+d} -> {depth}")
