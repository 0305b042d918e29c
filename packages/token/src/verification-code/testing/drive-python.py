"""Runs written programs: programs and tokens on standard input, one answer for each token out."""
import importlib.util
import json
import sys


def load(file):
    spec = importlib.util.spec_from_file_location("verify_token", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.verify_token


def judge(verify_token, token):
    try:
        claims = verify_token(token)
    except Exception:
        return "refused"
    return "accepted" if claims["sub"] == "usr_1" else "accepted without its claims"


sys.dont_write_bytecode = True
programs = json.load(sys.stdin)
answers = []
for program in programs:
    verify_token = load(program["file"])
    answers.append([judge(verify_token, token) for token in program["tokens"]])
json.dump(answers, sys.stdout)
