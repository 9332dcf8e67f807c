/**
 * Agents who play a solved game, for {@code mfg simulate}: {@link org.mfg.examples.agents.AgentStudy} runs and measures them,
 * {@link org.mfg.examples.agents.AgentFiles} writes what came of it. Uses {@link org.mfg.solvers.agents}, study, output and
 * figure.
 */
@NullMarked
package org.mfg.examples.agents;

import org.jspecify.annotations.NullMarked;
