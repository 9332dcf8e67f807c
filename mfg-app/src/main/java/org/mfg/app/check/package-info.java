/**
 * What plugins promise, checked: {@link org.mfg.app.check.PluginCheck} runs the API's test kit on everything that a folder of jars
 * provides.
 */
@NullMarked
package org.mfg.app.check;

import org.jspecify.annotations.NullMarked;
