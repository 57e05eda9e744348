// The texts of -h, --help-xoptions and --help-env. See docs/cli.md.

export const USAGE = "[option] ... [-c cmd | -m mod | file | -] [arg] ...";

export const HELP = `Options (and corresponding environment variables):
-b     : warn about str(bytes) and about comparing bytes with str or int
         (-bb: errors)
-B     : write no .pyc files; also PYTHONDONTWRITEBYTECODE=x
-c cmd : the program is this text (ends the options)
-d     : accepted, without effect; also PYTHONDEBUG=x
-E     : ignore the environment variables PYTHON*
-h     : print this text and leave (also -? and --help)
-i     : a prompt after the program has run, even if stdin is no terminal;
         also PYTHONINSPECT=x
-I     : apart from the user's environment (implies -E, -P and -s)
-m mod : run a library module as a script (ends the options)
-O     : leave out assert statements and what depends on __debug__;
         also PYTHONOPTIMIZE=x
-OO    : docstrings too
-P     : put no possibly unsafe path in front of sys.path;
         also PYTHONSAFEPATH
-q     : no version and copyright lines before the prompt
-s     : no user site directory in sys.path; also PYTHONNOUSERSITE=x
-S     : do not import site
-u     : stdout and stderr are not buffered; also PYTHONUNBUFFERED=x
-v     : trace import statements; more of them with more -v;
         also PYTHONVERBOSE=x
-V     : print the version and leave (also --version); twice: more about it
-W arg : warning control: action:message:category:module:lineno;
         also PYTHONWARNINGS=arg
-x     : skip the first line of the source
-X opt : set an option of the implementation
--check-hash-based-pycs always|default|never:
         how .pyc files with a hash of their source are checked
--help-env: what environment variables do
--help-xoptions: what -X options there are
--help-all: all of these texts

Arguments:
file   : a script, a folder or a zip file
-      : the program comes from stdin (default; a prompt if it is a terminal)
arg ...: the program's arguments, sys.argv[1:]
`;

export const HELP_XOPTIONS = `The following options of the implementation can be given to -X:
-X context_aware_warnings=[0|1]: warnings filters in context variables;
         also PYTHON_CONTEXT_AWARE_WARNINGS
-X cpu_count=N: what os.cpu_count() answers; also PYTHON_CPU_COUNT
-X dev : development mode; also PYTHONDEVMODE
-X faulthandler: dump tracebacks of fatal errors; also PYTHONFAULTHANDLER
-X frozen_modules=[on|off]: use frozen modules; also PYTHON_FROZEN_MODULES
-X importtime[=2]: how long each import takes; also PYTHONPROFILEIMPORTTIME
-X int_max_str_digits=N: limit of int<->str conversions, 0 for none;
         also PYTHONINTMAXSTRDIGITS
-X memory-limit=N[K|M|G]: bytes that objects may take together; of Vivarium
-X memory-model: id() as CPython's allocator gives it; of Vivarium
-X no_debug_ranges: no columns in code objects; also PYTHONNODEBUGRANGES
-X pycache_prefix=PATH: .pyc files go to a tree of their own;
         also PYTHONPYCACHEPREFIX
-X thread_inherit_context=[0|1]: threads inherit context variables;
         also PYTHON_THREAD_INHERIT_CONTEXT
-X tracemalloc[=N]: trace memory allocations; also PYTHONTRACEMALLOC=N
-X utf8[=0|1]: UTF-8 mode; also PYTHONUTF8
-X warn_default_encoding: EncodingWarning for 'encoding=None';
         also PYTHONWARNDEFAULTENCODING
`;

export const HELP_ENV = `Environment variables that change behavior:
PYTHONASYNCIODEBUG: debug mode of asyncio
PYTHON_BASIC_REPL: use the plain prompt
PYTHONBREAKPOINT: what breakpoint() calls; 0 for nothing
PYTHON_COLORS   : 1 for colours in output, 0 for none
PYTHONHASHSEED  : 'random' or an integer in the range [0,4294967295]
PYTHON_HISTORY  : where the history of the prompt is kept
PYTHONHOME      : prefix of another library
PYTHONIOENCODING: encoding[:errors] of stdin, stdout and stderr
PYTHONPATH      : ':'-separated folders in front of the library in sys.path
PYTHONPLATLIBDIR: sys.platlibdir
PYTHONSTARTUP   : file that runs before the prompt
PYTHONUSERBASE  : user base directory (site.USER_BASE)

These variables have equivalent command-line options (see --help):
PYTHON_CONTEXT_AWARE_WARNINGS (-X context_aware_warnings)
PYTHON_CPU_COUNT (-X cpu_count)
PYTHONDEBUG (-d)
PYTHONDEVMODE (-X dev)
PYTHONDONTWRITEBYTECODE (-B)
PYTHONFAULTHANDLER (-X faulthandler)
PYTHON_FROZEN_MODULES (-X frozen_modules)
PYTHONINSPECT (-i)
PYTHONINTMAXSTRDIGITS (-X int_max_str_digits)
PYTHONNODEBUGRANGES (-X no_debug_ranges)
PYTHONNOUSERSITE (-s)
PYTHONOPTIMIZE (-O)
PYTHONPROFILEIMPORTTIME (-X importtime)
PYTHONPYCACHEPREFIX (-X pycache_prefix)
PYTHONSAFEPATH (-P)
PYTHON_THREAD_INHERIT_CONTEXT (-X thread_inherit_context)
PYTHONTRACEMALLOC (-X tracemalloc)
PYTHONUNBUFFERED (-u)
PYTHONUTF8 (-X utf8)
PYTHONVERBOSE (-v)
PYTHONWARNDEFAULTENCODING (-X warn_default_encoding)
PYTHONWARNINGS (-W)
`;
