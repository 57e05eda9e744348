"""Claim 3: RESUME, loads and stores, BINARY_OP, RETURN_VALUE."""
import dis


def double():
    x = 10
    y = x * 2
    return y


dis.dis(double)
print([instruction.opname for instruction in dis.get_instructions(double)])
print(double())
