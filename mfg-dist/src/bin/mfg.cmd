@echo off
rem MFG's command line: "mfg --help".
rem
rem   MFG_JAVA_OPTS   more options for the Java virtual machine, such as -Xmx8g
rem   MFG_CLASSPATH   more jars to look for plugins in, as a Java class path
rem   JAVA_HOME       the Java to use, 17 or newer; without it the java on the PATH
setlocal DisableDelayedExpansion
set "MFG_LIB=%~dp0..\lib"
set "MFG_JARS=%MFG_LIB%\*"
if defined MFG_CLASSPATH set "MFG_JARS=%MFG_JARS%;%MFG_CLASSPATH%"
set "MFG_JAVA=java"
if defined JAVA_HOME set "MFG_JAVA=%JAVA_HOME%\bin\java"
"%MFG_JAVA%" "@%MFG_LIB%\java-options" %MFG_JAVA_OPTS% -cp "%MFG_JARS%" org.mfg.app.Main %*
if not %ERRORLEVEL% == 9009 exit /b %ERRORLEVEL%
echo mfg: there is no %MFG_JAVA%: install a Java 17 or newer, or set JAVA_HOME 1>&2
exit /b 70
