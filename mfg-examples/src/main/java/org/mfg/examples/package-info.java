/** The application: {@link org.mfg.examples.Main} starts the command line of {@link org.mfg.examples.cli}. */
@NullMarked
package org.mfg.examples;

import org.jspecify.annotations.NullMarked;
