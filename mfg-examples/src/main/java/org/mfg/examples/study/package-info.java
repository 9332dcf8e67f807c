/**
 * What a user asks to solve, from the command line or from a file: {@link org.mfg.examples.study.Source} is a game with
 * the choices that come with it, {@link org.mfg.examples.study.Study} the settled choice, and {@link
 * org.mfg.examples.study.Outcome} its solution. Uses the API and {@link org.mfg.solvers.Mfg}.
 */
@NullMarked
package org.mfg.examples.study;

import org.jspecify.annotations.NullMarked;
