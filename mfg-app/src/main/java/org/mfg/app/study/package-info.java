/**
 * What a user asks to solve, from the command line or from a file: {@link org.mfg.app.study.Source} is a game with
 * the choices that come with it, {@link org.mfg.app.study.Study} the settled choice, and {@link
 * org.mfg.app.study.Outcome} its solution. Uses the API and {@link org.mfg.solvers.Mfg}.
 */
@NullMarked
package org.mfg.app.study;

import org.jspecify.annotations.NullMarked;
