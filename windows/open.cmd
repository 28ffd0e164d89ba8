@echo off
setlocal DisableDelayedExpansion
title alignchecker
"%~dp0python\python.exe" "%~dp0app\start.py" "%~1"
if errorlevel 1 pause
