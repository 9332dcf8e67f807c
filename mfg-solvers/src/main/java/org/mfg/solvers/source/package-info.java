/**
 * Mass sources, for tests with manufactured solutions: {@link org.mfg.solvers.source.SourcedDiscretization} puts one on top of any
 * discretisation. Uses the API only.
 */
@NullMarked
package org.mfg.solvers.source;

import org.jspecify.annotations.NullMarked;
