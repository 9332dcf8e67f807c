/**
 * The map of the solvers that learn what the population does (Picard, Anderson, fictitious play): {@link
 * org.mfg.solvers.belief.BestResponse}, and what their solves have in common. Uses the API only.
 */
@NullMarked
package org.mfg.solvers.belief;

import org.jspecify.annotations.NullMarked;
