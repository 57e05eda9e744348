# What the node classes say of themselves.
import ast
for name in ("AST", "mod", "Module", "stmt", "FunctionDef", "Assign", "ImportFrom", "expr", "Name", "Constant", "Dict", "Slice", "arguments", "arg", "alias", "withitem", "match_case", "pattern", "MatchClass", "type_param", "TypeVar", "TypeIgnore", "expr_context", "Load", "operator", "Add", "ExceptHandler", "comprehension", "TemplateStr", "Interpolation"):
    c = getattr(ast, name)
    print(name, c.__mro__[1].__name__, c._fields, c._attributes, c.__match_args__)
    print("   ", repr(c.__doc__)[:110])
    print("   ", getattr(c, "_field_types", None))
    print("   ", c.__module__, c.__qualname__, {k: v for k, v in c.__dict__.items() if v is None and not k.startswith("__")})
print(ast.Name.__annotations__)
print(ast.parse("a").body[0].value.ctx is ast.parse("b").body[0].value.ctx, ast.Load() is ast.Load())
