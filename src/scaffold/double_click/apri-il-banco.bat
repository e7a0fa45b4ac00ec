@echo off
rem Apre il banco di lavoro di questa cartella nel browser (Windows: due clic).
chcp 65001 >nul
cd /d "%~dp0"
piao serve
if errorlevel 1 pause
