/**
 * Agents who play a solved game, for {@code mfg simulate}: {@link org.mfg.app.agents.AgentStudy} runs and measures them,
 * {@link org.mfg.app.agents.AgentFiles} writes what came of it. Uses {@link org.mfg.solvers.agents}, study, output and
 * figure.
 */
@NullMarked
package org.mfg.app.agents;

import org.jspecify.annotations.NullMarked;
