/**
 * Crowds that move: through doors, around each other, apart, in a flock, ill or well, for ever, and led by a planner.
 */
@NullMarked
package org.mfg.examples.crowds;

import org.jspecify.annotations.NullMarked;
