<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AdviceSentences</name>
    <message>
        <source>Learning slowly: an epoch takes only %1 off the training loss. %2</source>
        <translation>学得很慢：一轮只让训练损失下降 %1。%2</translation>
    </message>
    <message>
        <source>Overfitting: the validation loss was lowest after epoch %1 (%2) and is now %3, while the training loss fell to %4. Stop early, or train with augmentation or dropout.</source>
        <translation>过拟合：验证损失在第 %1 轮之后最低（%2），现在是 %3，而训练损失已降到 %4。请提前停止，或者使用数据增强或 Dropout。</translation>
    </message>
    <message>
        <source>Set the learning rate to %1</source>
        <translation>把学习率设为 %1</translation>
    </message>
    <message>
        <source>Turn on early stopping</source>
        <translation>打开提前停止</translation>
    </message>
    <message>
        <source>Use He initialisation</source>
        <translation>使用 He 初始化</translation>
    </message>
    <message>
        <source>Test accuracy: notebook %1 · here %2</source>
        <translation>测试准确率：笔记本 %1 · 这里 %2</translation>
    </message>
    <message>
        <source>Test loss: notebook %1 · here %2</source>
        <translation>测试损失：笔记本 %1 · 这里 %2</translation>
    </message>
    <message>
        <source>Try a learning rate of %1 instead of %2.</source>
        <translation>试试学习率 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>Diverged: the loss is %1, and pure guessing has %2.</source>
        <translation>已发散：损失是 %1，而纯粹瞎猜是 %2。</translation>
    </message>
    <message>
        <source>Diverged: the loss is no longer a number, and pure guessing has %1.</source>
        <translation>已发散：损失已不再是一个数，而纯粹瞎猜是 %1。</translation>
    </message>
    <message>
        <source>%1 The steps are far too large. %2</source>
        <translation>%1步子太大了。%2</translation>
    </message>
    <message>
        <source>Barely learning: the loss is %1, and pure guessing has %2.</source>
        <translation>几乎没有在学：损失是 %1，而纯粹瞎猜是 %2。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Try a learning rate %1–%2 times larger, such as %3.</source>
        <translation>试试把学习率加大 %1–%2 倍，例如 %3。</translation>
    </message>
    <message>
        <source>All units of a layer whose weights start at 0 stay alike: draw them at random.</source>
        <translation>权重从 0 开始的层，各个单元会一直相同：请随机初始化权重。</translation>
    </message>
    <message>
        <source>Try a learning rate of %1 instead of %2, or He initialisation.</source>
        <translation>试试学习率 %1，而不是 %2，或者使用 He 初始化。</translation>
    </message>
    <message>
        <source>The training loss is %1, above the %2 of pure guessing: the steps are too large.</source>
        <translation>训练损失是 %1，高于瞎猜的 %2：步子太大了。</translation>
    </message>
    <message>
        <source>The training loss is %1, but was already at %2: the steps are too large.</source>
        <translation>训练损失是 %1，而之前已经到过 %2：步子太大了。</translation>
    </message>
    <message>
        <source>%1 of the units of layer %2 (ReLU) are dead: they answer 0 to every image and cannot learn any more.</source>
        <translation>第 %2 层（ReLU）有 %1 的单元已经死亡：它们对每张图像都输出 0，再也学不到东西。</translation>
    </message>
    <message>
        <source>Try He initialisation.</source>
        <translation>试试 He 初始化。</translation>
    </message>
    <message>
        <source>Diverged: the loss rose to %1, while pure guessing has %2.</source>
        <translation>已发散：损失升到 %1，而纯猜测是 %2。</translation>
    </message>
    <message>
        <source>The learning rate is %1 now.</source>
        <translation>学习率现在是 %1。</translation>
    </message>
    <message>
        <source>Early stopping is on now.</source>
        <translation>提前停止已开启。</translation>
    </message>
    <message>
        <source>He initialisation is chosen now.</source>
        <translation>已选择 He 初始化。</translation>
    </message>
</context>
<context>
    <name>Arithmetic</name>
    <message>
        <source>Input channel %1, which counts most of %2:</source>
        <translation>%2 个输入通道中影响最大的通道 %1：</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>%1 products of this channel make %2; with all channels %3, with the bias %4: &lt;b&gt;%5&lt;/b&gt;</source>
        <translation>此通道的 %1 个乘积之和为 %2；全部通道为 %3，加上偏置 %4：&lt;b&gt;%5&lt;/b&gt;</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>channel %1, %2</source>
        <translation>通道 %1，%2</translation>
    </message>
    <message>
        <source>These make %1, the other %2 inputs %3, the bias %4: together &lt;b&gt;%5&lt;/b&gt;</source>
        <translation>以上合计 %1，其余 %2 个输入为 %3，偏置 %4：总计 &lt;b&gt;%5&lt;/b&gt;</translation>
    </message>
    <message>
        <source>The largest of these goes on:</source>
        <translation>其中最大的继续传递：</translation>
    </message>
    <message>
        <source>A pixel of the image, as the network is given it: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>网络得到的图像中的一个像素：&lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>The same numbers in one line: &lt;b&gt;%1&lt;/b&gt; goes on as it is.</source>
        <translation>同样的数排成一行：&lt;b&gt;%1&lt;/b&gt; 原样传递。</translation>
    </message>
    <message>
        <source>logit z</source>
        <translation>logit z</translation>
    </message>
    <message>
        <source>÷ sum</source>
        <translation>÷ 总和</translation>
    </message>
    <message>
        <source>The sum is %1.</source>
        <translation>总和为 %1。</translation>
    </message>
    <message>
        <source>What becomes of it:</source>
        <translation>它接下来变成：</translation>
    </message>
</context>
<context>
    <name>Caught</name>
    <message>
        <source>Something unexpected went wrong: %1. You can go on; what you did last may be incomplete.</source>
        <translation>发生了意外错误：%1。您可以继续使用；刚才的操作可能没有完成。</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs, or choose a smaller batch, network or data set.</source>
        <translation>内存不足，无法完成此操作。请关闭其他程序，或选用更小的批大小、网络或数据集。</translation>
    </message>
    <message>
        <source>an exception without a text</source>
        <translation>未附说明的异常</translation>
    </message>
</context>
<context>
    <name>DialogPrompter</name>
    <message>
        <source>A run is under way. It is paused now.</source>
        <translation>有一次训练正在进行，现已暂停。</translation>
    </message>
    <message>
        <source>The trained model is not saved.</source>
        <translation>训练好的模型还没有保存。</translation>
    </message>
    <message>
        <source>Save it before Inkling closes?</source>
        <translation>关闭 Inkling 之前要保存它吗？</translation>
    </message>
    <message>
        <source>Save it before another one takes its place?</source>
        <translation>要在换成另一个模型之前保存它吗？</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation>不保存就关闭(&amp;W)</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Pictures and tables (*.png *.pdf *.svg *.csv)</source>
        <translation>图片和表格 (*.png *.pdf *.svg *.csv)</translation>
    </message>
    <message>
        <source>Remove the selected runs?</source>
        <translation>要删除选中的训练吗？</translation>
    </message>
    <message>
        <source>Their figures and models are deleted for good.</source>
        <translation>它们的数据和模型会被永久删除。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Remove this sweep?</source>
        <translation>删除这个搜索吗？</translation>
    </message>
    <message>
        <source>Its results and models are deleted for good.</source>
        <translation>它的结果和模型将被永久删除。</translation>
    </message>
    <message>
        <source>Open sweep</source>
        <translation>打开搜索</translation>
    </message>
    <message>
        <source>Sweeps (*.json)</source>
        <translation>搜索 (*.json)</translation>
    </message>
    <message>
        <source>Save sweep</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>Pictures and tables (*.png *.pdf *.csv)</source>
        <translation>图片和表格 (*.png *.pdf *.csv)</translation>
    </message>
    <message>
        <source>Save strokes</source>
        <translation>保存笔画</translation>
    </message>
    <message>
        <source>Stroke files (*.txt)</source>
        <translation>笔画文件 (*.txt)</translation>
    </message>
    <message>
        <source>Export into folder</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Export model</source>
        <translation>导出模型</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>导入权重</translation>
    </message>
    <message>
        <source>Weights (*.npz *.safetensors *.npy)</source>
        <translation>权重 (*.npz *.safetensors *.npy)</translation>
    </message>
    <message>
        <source>The biases that belong to these weights</source>
        <translation>与这些权重配套的偏置</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npy)</source>
        <translation>NumPy 数组 (*.npy)</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>The recipe has been changed here.</source>
        <translation>配方在这里有改动。</translation>
    </message>
    <message>
        <source>Close without using the changes?</source>
        <translation>要关闭并放弃这些改动吗？</translation>
    </message>
    <message>
        <source>&amp;Discard the changes</source>
        <translation>放弃改动(&amp;D)</translation>
    </message>
    <message>
        <source>A sweep is under way.</source>
        <translation>超参数搜索正在进行。</translation>
    </message>
    <message>
        <source>Finished trials are kept. After the next start, Resume on the page Sweep goes on with the rest.</source>
        <translation>已完成的试验会保留。下次启动后，在超参数搜索页面点“继续”可以完成其余试验。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Another model ends this run. Save its model first?</source>
        <translation>换用另一个模型会结束这次训练。要先保存它的模型吗？</translation>
    </message>
    <message>
        <source>&amp;Replace without saving</source>
        <translation>不保存就替换(&amp;R)</translation>
    </message>
    <message>
        <source>Save it before fresh weights take its place?</source>
        <translation>在换成随机初始权重之前保存它吗？</translation>
    </message>
    <message>
        <source>Re&amp;wind without saving</source>
        <translation>不保存就复位(&amp;W)</translation>
    </message>
    <message>
        <source>A run was interrupted before it was saved.</source>
        <translation>有一次训练在保存之前中断了。</translation>
    </message>
    <message>
        <source>It can go on from its last checkpoint.</source>
        <translation>可以从它最后的检查点接着训练。</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>丢弃(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>接着训练(&amp;G)</translation>
    </message>
    <message>
        <source>Keep runs in</source>
        <translation>训练记录的保存位置</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Open data file</source>
        <translation>打开数据文件</translation>
    </message>
</context>
<context>
    <name>DivisionTexts</name>
    <message>
        <source>Usual share</source>
        <translation>常用份额</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最前</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>How many training images are used. A number is drawn so that every class keeps its share; the first ones are taken as they stand in the file. Try 1,000 to see what more images are worth.</source>
        <translation>使用多少张训练图像。“张数”按各类别的比例随机抽取，“前若干张”按文件中的顺序取。试试 1,000 张，看看更多图像值多少。</translation>
    </message>
    <message>
        <source>The training images that are held out to measure on. The usual share is a twelfth, at most 5,000. All but the last ones are drawn so that every class keeps its share. Try a smaller number if you have few images.</source>
        <translation>从训练图像中留出、用来衡量效果的图像。常用份额是十二分之一，最多 5,000 张。除“最后若干张”以外，都按各类别的比例随机抽取。图像很少时，可以试试更小的张数。</translation>
    </message>
</context>
<context>
    <name>DraftTexts</name>
    <message>
        <source>Hidden units, all layers alike</source>
        <translation>隐藏单元（各层相同）</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>训练图像数</translation>
    </message>
    <message>
        <source>Choose at least one setting to vary.</source>
        <translation>请至少选择一项要变化的设置。</translation>
    </message>
    <message>
        <source>Write the values to try, such as 16, 32, 64.</source>
        <translation>请写出要试的值，例如 16, 32, 64。</translation>
    </message>
    <message>
        <source>A range is for random search. Write the values one by one, such as 16, 32, 64.</source>
        <translation>范围只用于随机搜索。请逐个写出值，例如 16, 32, 64。</translation>
    </message>
    <message>
        <source>The range must go from a smaller to a larger number.</source>
        <translation>范围必须从较小的数到较大的数。</translation>
    </message>
    <message>
        <source>Seeds are whole numbers, such as 1, 2, 3.</source>
        <translation>种子是整数，例如 1, 2, 3。</translation>
    </message>
    <message>
        <source>Give the sweep a name.</source>
        <translation>请给搜索起个名字。</translation>
    </message>
    <message>
        <source>That makes %1 trials; at most %2 are possible here.</source>
        <translation>这样有 %1 次试验；这里最多 %2 次。</translation>
    </message>
    <message>
        <source>Hold some images out: the best setting is chosen on them.</source>
        <translation>请留出一些图像：最好的设置要靠它们来挑选。</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元数</translation>
    </message>
    <message>
        <source>This setting is varied above already.</source>
        <translation>上面已经在变化这项设置了。</translation>
    </message>
    <message>
        <source>Class balance</source>
        <translation>类别平衡</translation>
    </message>
</context>
<context>
    <name>FieldMeaning</name>
    <message>
        <source>Taken off every pixel of 0 … 1</source>
        <translation>从每个像素（0 … 1）中减去</translation>
    </message>
    <message>
        <source>Then every pixel is divided by this</source>
        <translation>然后每个像素除以它</translation>
    </message>
    <message>
        <source>A new order of the images every epoch</source>
        <translation>每轮重新打乱图像的顺序</translation>
    </message>
    <message>
        <source>So much of each label is shared among all classes</source>
        <translation>每个标签的这么多份额分给所有类别</translation>
    </message>
    <message>
        <source>Reports losses as if no probability were smaller; 0: off</source>
        <translation>报告损失时当作概率不会更小；0：关闭</translation>
    </message>
    <message>
        <source>sgd, momentum, nesterov, adam or adamw</source>
        <translation>sgd、momentum、nesterov、adam 或 adamw</translation>
    </message>
    <message>
        <source>Length of the steps; the schedule multiplies it</source>
        <translation>步长；学习率计划会再乘上系数</translation>
    </message>
    <message>
        <source>momentum, nesterov: how much of the last step stays</source>
        <translation>momentum、nesterov：保留上一步的多少</translation>
    </message>
    <message>
        <source>adam, adamw: memory of the mean gradient</source>
        <translation>adam、adamw：梯度均值的记忆</translation>
    </message>
    <message>
        <source>adam, adamw: memory of the squared gradient</source>
        <translation>adam、adamw：梯度平方的记忆</translation>
    </message>
    <message>
        <source>adam, adamw: keeps the division from running away</source>
        <translation>adam、adamw：避免除以过小的数</translation>
    </message>
    <message>
        <source>Draws the weights towards 0; biases are spared</source>
        <translation>把权重拉向 0；不影响偏置</translation>
    </message>
    <message>
        <source>Shortens the gradient to this length; 0: off</source>
        <translation>把梯度缩短到这个长度；0：关闭</translation>
    </message>
    <message>
        <source>constant, step, cosine or one_cycle</source>
        <translation>constant、step、cosine 或 one_cycle</translation>
    </message>
    <message>
        <source>one_cycle: share of the run that climbs to the peak</source>
        <translation>one_cycle：升到峰值所占的比例</translation>
    </message>
    <message>
        <source>one_cycle: factor on the learning rate at the start</source>
        <translation>one_cycle：开始时学习率的系数</translation>
    </message>
    <message>
        <source>cosine, one_cycle: factor at the end</source>
        <translation>cosine、one_cycle：结束时的系数</translation>
    </message>
    <message>
        <source>step: every so many epochs …</source>
        <translation>step：每隔这么多轮……</translation>
    </message>
    <message>
        <source>… step: the rate is multiplied by this</source>
        <translation>……step：学习率乘以它</translation>
    </message>
    <message>
        <source>Vary the training images at random, each time anew</source>
        <translation>每次都随机变化训练图像</translation>
    </message>
    <message>
        <source>Share of the images that stay as they are</source>
        <translation>保持原样的图像比例</translation>
    </message>
    <message>
        <source>Turn by up to so many degrees</source>
        <translation>最多旋转这么多度</translation>
    </message>
    <message>
        <source>Stretch or shrink by up to this share</source>
        <translation>最多放大或缩小这个比例</translation>
    </message>
    <message>
        <source>Slant by up to this tangent</source>
        <translation>最多倾斜到这个正切值</translation>
    </message>
    <message>
        <source>Move by up to so many pixels</source>
        <translation>最多移动这么多像素</translation>
    </message>
    <message>
        <source>Bend like rubber, by so many pixels</source>
        <translation>像橡皮一样弯曲这么多像素</translation>
    </message>
    <message>
        <source>Thinnest stroke aimed at, in pixels; 0: off</source>
        <translation>目标笔画的最细宽度（像素）；0：关闭</translation>
    </message>
    <message>
        <source>Thickest stroke aimed at, in pixels</source>
        <translation>目标笔画的最粗宽度（像素）</translation>
    </message>
    <message>
        <source>Fainter or stronger ink by up to this share</source>
        <translation>墨色最多变淡或变浓这个比例</translation>
    </message>
    <message>
        <source>Chance of a small gap in the stroke</source>
        <translation>笔画中出现小缺口的概率</translation>
    </message>
    <message>
        <source>Chance that narrow gaps and small loops fill with ink</source>
        <translation>窄缝和小圈被墨填满的概率</translation>
    </message>
    <message>
        <source>Chance of a slashed 0, a barred 7, a 1 with serifs</source>
        <translation>出现带斜线的 0、带横的 7、带衬线的 1 的概率</translation>
    </message>
    <message>
        <source>Share replaced by drawn digits of the same label</source>
        <translation>换成同一标签的合成手写数字的比例</translation>
    </message>
    <message>
        <source>Share replaced by scribbles, to be unsure of</source>
        <translation>换成涂鸦（网络应当拿不准）的比例</translation>
    </message>
    <message>
        <source>Fit the varied digit into its box again, and centre it</source>
        <translation>把变化后的数字重新放进方框并居中</translation>
    </message>
    <message>
        <source>Images a step</source>
        <translation>每步的图像数</translation>
    </message>
    <message>
        <source>How often all training images are gone through</source>
        <translation>把全部训练图像过多少遍</translation>
    </message>
    <message>
        <source>Start of all randomness: same seed, same run</source>
        <translation>一切随机性的起点：种子相同，训练就相同</translation>
    </message>
    <message>
        <source>Moving average of the weights, such as 0.999; 0: off</source>
        <translation>权重的滑动平均，例如 0.999；0：关闭</translation>
    </message>
    <message>
        <source>Stop after so many epochs without a better validation loss; 0: off</source>
        <translation>验证损失这么多轮没有变好就停止；0：关闭</translation>
    </message>
    <message>
        <source>Measure all training images after every epoch</source>
        <translation>每轮之后测量全部训练图像</translation>
    </message>
    <message>
        <source>Also measure the test set after every epoch</source>
        <translation>每轮之后也测量测试集</translation>
    </message>
    <message>
        <source>Also report every so many steps; 0: off</source>
        <translation>每隔这么多步也报告一次；0：关闭</translation>
    </message>
    <message>
        <source>Training images used: all, count 1000 or first 1000</source>
        <translation>使用的训练图像：all（全部）、count 1000（抽取 1000 张）或 first 1000（前 1000 张）</translation>
    </message>
    <message>
        <source>Held out of them: default, count 500, share 0.1 or last 500</source>
        <translation>其中留作验证的：default（默认）、count 500（抽取 500 张）、share 0.1（抽取一成）或 last 500（最后 500 张）</translation>
    </message>
    <message>
        <source>For unequal classes: none, sampling or weights</source>
        <translation>类别数量不均时：none、sampling 或 weights</translation>
    </message>
    <message>
        <source>Name of a data set, or the path of one</source>
        <translation>数据集的名称或路径</translation>
    </message>
    <message>
        <source>Makes colours grey</source>
        <translation>把彩色转为灰度</translation>
    </message>
    <message>
        <source>Makes the brightest pixel 255</source>
        <translation>把最亮的像素拉伸到 255</translation>
    </message>
    <message>
        <source>Swaps black and white</source>
        <translation>黑白互换</translation>
    </message>
    <message>
        <source>Swaps rows and columns</source>
        <translation>行列互换</translation>
    </message>
    <message>
        <source>Swaps left and right</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Rotates by 180°</source>
        <translation>旋转 180°</translation>
    </message>
    <message>
        <source>Leaves out blank images</source>
        <translation>去掉空白图像</translation>
    </message>
    <message>
        <source>Leaves out training images that are test images as well</source>
        <translation>去掉也出现在测试集中的训练图像</translation>
    </message>
    <message>
        <source>Leaves out classes without images</source>
        <translation>去掉没有图像的类别</translation>
    </message>
    <message>
        <source>What becomes of pictures to read: digits, glyphs, photo, none or auto</source>
        <translation>待识别图像的预处理方式：digits、glyphs、photo、none 或 auto</translation>
    </message>
</context>
<context>
    <name>HeatTexts</name>
    <message>
        <source>Validation: %1, loss %2</source>
        <translation>验证：%1，损失 %2</translation>
    </message>
    <message>
        <source>Test: %1, loss %2</source>
        <translation>测试：%1，损失 %2</translation>
    </message>
    <message>
        <source>Seeds: %1 of %2</source>
        <translation>种子：%1 / %2</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
</context>
<context>
    <name>LayerChain</name>
    <message>
        <source>It needs at least 1 unit.</source>
        <translation>至少要有 1 个单元。</translation>
    </message>
    <message>
        <source>Kernel and stride must be at least 1.</source>
        <translation>卷积核和步幅至少为 1。</translation>
    </message>
    <message>
        <source>The padding must be smaller than the kernel of %1.</source>
        <translation>填充必须小于卷积核 %1。</translation>
    </message>
    <message>
        <source>Its kernel of %1 does not fit an input of %2.</source>
        <translation>它的窗口 %1 放不进大小为 %2 的输入。</translation>
    </message>
    <message>
        <source>The last layer has %1 outputs; it needs %2, one for each class.</source>
        <translation>最后一层有 %1 个输出；需要 %2 个，每类一个。</translation>
    </message>
    <message>
        <source>The share to drop must be from 0 to below 1.</source>
        <translation>丢弃比例必须从 0 到小于 1。</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Dense %1</source>
        <translation>全连接 %1</translation>
    </message>
    <message>
        <source>Max-pool %1×%1</source>
        <translation>最大池化 %1×%1</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Dropout %1</source>
        <translation>Dropout %1</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>网络的各层</translation>
    </message>
    <message>
        <source>The network from the pixels down to the digits: what leaves each layer and how many numbers it learns. Try to guess where most of them are before you look.</source>
        <translation>从像素到数字的整个网络：每层输出什么，要学多少个数。看之前先猜猜大部分在哪一层。</translation>
    </message>
    <message>
        <source>Conv %1·%2×%2</source>
        <translation>卷积 %1·%2×%2</translation>
    </message>
</context>
<context>
    <name>LayerNames</name>
    <message>
        <source>dense, %1 units</source>
        <translation>全连接，%1 个单元</translation>
    </message>
    <message>
        <source>convolution, %1 kernels of %2×%2</source>
        <translation>卷积，%1 个 %2×%2 卷积核</translation>
    </message>
    <message>
        <source>maximum of %1×%1</source>
        <translation>%1×%1 取最大</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>dropout (off while reading)</source>
        <translation>dropout（识别时关闭）</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>批归一化</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>剪贴板里没有图片。</translation>
    </message>
    <message>
        <source>There is no picture %1.</source>
        <translation>没有图片 %1。</translation>
    </message>
    <message>
        <source>%1 is a folder, not a picture.</source>
        <translation>%1 是文件夹，不是图片。</translation>
    </message>
    <message>
        <source>Cannot read the picture %1: it is too large, %2 pixels.</source>
        <translation>无法读取图片 %1：图片太大，有 %2 像素。</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>文件不完整，后半部分缺失</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>it is not a picture</source>
        <translation>文件不是图片</translation>
    </message>
    <message>
        <source>Cannot read the picture %1: %2.</source>
        <translation>无法读取图片 %1：%2。</translation>
    </message>
    <message>
        <source>There is no digit in the picture: it is blank.</source>
        <translation>图片里没有数字：是空白的。</translation>
    </message>
</context>
<context>
    <name>RecipeChanges</name>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>clamped loss</source>
        <translation>截断损失</translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>weight averaging</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>validation images</source>
        <translation>验证图像数</translation>
    </message>
    <message>
        <source>training images</source>
        <translation>训练图像数</translation>
    </message>
    <message>
        <source>+ %1 (layer %2)</source>
        <translation>+ %1（第 %2 层）</translation>
    </message>
    <message>
        <source>− %1 (layer %2)</source>
        <translation>− %1（第 %2 层）</translation>
    </message>
    <message>
        <source>layer %1: %2 → %3</source>
        <translation>第 %1 层：%2 → %3</translation>
    </message>
    <message>
        <source>layer %1, %2: other details</source>
        <translation>第 %1 层 %2：其他细节</translation>
    </message>
    <message>
        <source>class balance</source>
        <translation>类别平衡</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>This set has no test images: a tenth of its training images was set aside for testing.</source>
        <translation>这个数据集没有测试图像：其训练图像的十分之一留作测试。</translation>
    </message>
    <message>
        <source>%1 on validation</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>%1 on the training images</source>
        <translation>训练图像 %1</translation>
    </message>
    <message>
        <source>%1 on test</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>after epoch %1</source>
        <translation>在第 %1 轮之后</translation>
    </message>
    <message>
        <source>in epoch %1, after %2 of its batches</source>
        <translation>在第 %1 轮的 %2 批之后</translation>
    </message>
    <message>
        <source>Ready: %1 images to train on, %2 held out for validation. Press Train.</source>
        <translation>就绪：%1 张图像用于训练，%2 张留作验证。请点“训练”。</translation>
    </message>
    <message>
        <source>Ready: %1 images to train on. Press Train.</source>
        <translation>就绪：%1 张图像用于训练。请点“训练”。</translation>
    </message>
    <message>
        <source> Until then a trained model reads what you draw.</source>
        <translation>在那之前，由一个训练好的模型来读你写的数字。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>Finished after epoch %1</source>
        <translation>第 %1 轮后完成</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <translation>%1停止</translation>
    </message>
    <message>
        <source>Stopped by itself after epoch %1, as validation got no better</source>
        <translation>第 %1 轮后自动停止，因为验证不再变好</translation>
    </message>
    <message>
        <source>Diverged in epoch %1: the loss is no longer a number. The last finite weights are kept. Try a learning rate ten times smaller, then Rewind.</source>
        <translation>第 %1 轮发散：损失已不是一个数。保留了最后的有限权重。请把学习率减小到十分之一，然后复位。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Training: epoch %1 of %2.</source>
        <translation>训练中：第 %1 轮，共 %2 轮。</translation>
    </message>
    <message>
        <source>Paused %1. Change the learning rate, take a single step, or resume.</source>
        <translation>%1暂停。可以改学习率、走一步，或恢复训练。</translation>
    </message>
    <message>
        <source>This model was saved %1 of %2. Press Continue to go on exactly there.</source>
        <translation>这个模型是%1保存的，共 %2 轮。点“继续”就从那里原样继续。</translation>
    </message>
    <message>
        <source>Loading %1 …</source>
        <translation>正在载入 %1 …</translation>
    </message>
    <message>
        <source>There are no images to train on: choose a data set or open a data folder.</source>
        <translation>没有可训练的图像：请选择数据集或打开数据文件夹。</translation>
    </message>
    <message>
        <source> Steps %1 to %2: loss %3, accuracy %4.</source>
        <translation>第 %1–%2 步：损失 %3，准确率 %4。</translation>
    </message>
    <message>
        <source>Paused %1.</source>
        <translation>%1暂停。</translation>
    </message>
    <message>
        <source>These weights are in use. Press Continue to train them further.</source>
        <translation>正在使用这些权重。点“继续”可以接着训练。</translation>
    </message>
    <message>
        <source>This model was saved %1. Press Continue to train it further.</source>
        <translation>这个模型%1保存。点“继续”可以接着训练。</translation>
    </message>
    <message>
        <source>The training images lack %1 of the %2 classes: none is of %3.</source>
        <translation>训练图像缺少 %2 个类别中的 %1 个：没有 %3 的图像。</translation>
    </message>
    <message>
        <source>The validation images lack %1 of the %2 classes: none is of %3.</source>
        <translation>验证图像缺少 %2 个类别中的 %1 个：没有 %3 的图像。</translation>
    </message>
    <message>
        <source>The test images lack %1 of the %2 classes: none is of %3.</source>
        <translation>测试图像缺少 %2 个类别中的 %1 个：没有 %3 的图像。</translation>
    </message>
    <message>
        <source>No image has the label %1: %2 of the %3 classes would be learnt for nothing.</source>
        <translation>没有标签为 %1 的图像：%3 个类别中有 %2 个会白学。</translation>
    </message>
    <message>
        <source>There are no training images of %1 of the %2 classes (%3).</source>
        <translation>%2 个类别中有 %1 个没有训练图像（%3）。</translation>
    </message>
    <message>
        <source>There are no test images of %1 of the %2 classes (%3).</source>
        <translation>%2 个类别中有 %1 个没有测试图像（%3）。</translation>
    </message>
    <message>
        <source>The brightest pixel of all training images is %1 of 255.</source>
        <translation>所有训练图像中最亮的像素只有 %1（满值 255）。</translation>
    </message>
    <message>
        <source>%1 % of the training images are dark on white; MNIST&apos;s are white on black, as are digits drawn here.</source>
        <translation>%1% 的训练图像是白底黑字；MNIST 和这里手写的数字都是黑底白字。</translation>
    </message>
    <message>
        <source>The digits seem to be transposed: on average they are more like MNIST&apos;s with rows and columns swapped.</source>
        <translation>数字似乎被转置了：平均来看，行列互换后更像 MNIST。</translation>
    </message>
    <message>
        <source>The digits seem to be mirrored: on average they are more like MNIST&apos;s with left and right swapped.</source>
        <translation>数字似乎是镜像的：平均来看，左右互换后更像 MNIST。</translation>
    </message>
    <message>
        <source>The digits seem to stand upside down: on average they are more like MNIST&apos;s rotated by 180°.</source>
        <translation>数字似乎上下颠倒：平均来看，旋转 180° 后更像 MNIST。</translation>
    </message>
    <message>
        <source>%1 of the %2 test images are training images as well: what a network learnt by heart counts as read.</source>
        <translation>%2 张测试图像中有 %1 张也在训练集里：死记硬背也会算作识别正确。</translation>
    </message>
    <message>
        <source>%1 of the %2 training images and %3 of the %4 test images are blank.</source>
        <translation>%2 张训练图像中有 %1 张、%4 张测试图像中有 %3 张是空白的。</translation>
    </message>
    <message>
        <source>There are %1 training images of %2, but %3 of %4: rare classes are read worse, unless they are learnt as often.</source>
        <translation>%2 有 %1 张训练图像，%4 却只有 %3 张：除非同样频繁地学习，否则少见的类别识别得更差。</translation>
    </message>
    <message>
        <source>The training images stand in order of their classes: they must be shuffled, and those to hold out drawn, not the last.</source>
        <translation>训练图像按类别排列：必须打乱顺序，验证图像也应随机抽取，而不是取最后一部分。</translation>
    </message>
    <message>
        <source>Leave these classes out</source>
        <translation>去掉这些类别</translation>
    </message>
    <message>
        <source>Stretch to 0 … 255</source>
        <translation>拉伸到 0…255</translation>
    </message>
    <message>
        <source>Swap black and white</source>
        <translation>黑白互换</translation>
    </message>
    <message>
        <source>Swap rows and columns</source>
        <translation>行列互换</translation>
    </message>
    <message>
        <source>Swap left and right</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Rotate by 180°</source>
        <translation>旋转 180°</translation>
    </message>
    <message>
        <source>Leave them out of training</source>
        <translation>从训练集中去掉</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Draw all classes equally often</source>
        <translation>各类别抽取次数相同</translation>
    </message>
    <message>
        <source>Shuffle and draw</source>
        <translation>打乱并随机抽取</translation>
    </message>
</context>
<context>
    <name>inkling::ui::AdvicePanel</name>
    <message>
        <source>Changes the setting for you. Compare with the last run behind it.</source>
        <translation>替你改好这项设置。可以和后面上一次训练的曲线比较。</translation>
    </message>
    <message>
        <source>Close this advice; it does not come back in this run (Esc)</source>
        <translation>关闭这条建议；本次训练中不再出现 (Esc)</translation>
    </message>
    <message>
        <source>Close this advice</source>
        <translation>关闭这条建议</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>%1 It counts from the next batch on; Rewind and Train start again from fresh weights.</source>
        <translation>%1从下一批起生效；按“复位”再按“训练”则从新的初始权重开始。</translation>
    </message>
    <message>
        <source>%1 Press Rewind, then Train.</source>
        <translation>%1请按“复位”，再按“训练”。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::AugmentPane</name>
    <message>
        <source>The recipe changes its training images anew in every epoch.</source>
        <translation>该配方在每一轮都会重新变化训练图像。</translation>
    </message>
    <message>
        <source>This recipe trains on the images as they are. This is what augmentation would do; switch it on among the settings.</source>
        <translation>该配方直接用原图训练。下面是数据增强会产生的变化，可在设置中打开。</translation>
    </message>
    <message>
        <source>As it is in the data set</source>
        <translation>数据集中的原样</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>As the network may be given it</source>
        <translation>网络可能得到的样子</translation>
    </message>
    <message>
        <source>A scribble, to be unsure of</source>
        <translation>涂鸦：网络应当对它没有把握</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Draws other random changes of the same digits.</source>
        <translation>对同样的数字再做一次随机变化。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>变化前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>变化后</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>还没有可显示的内容。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::AxisRow</name>
    <message>
        <source>Setting to vary</source>
        <translation>要变化的设置</translation>
    </message>
    <message>
        <source>Any field of the recipe, with the value that it has now.</source>
        <translation>配方的任一字段，括号里是现在的值。</translation>
    </message>
    <message>
        <source>Values to try</source>
        <translation>要试的值</translation>
    </message>
    <message>
        <source>Do not vary this setting</source>
        <translation>不变化这项设置</translation>
    </message>
    <message>
        <source>Do not vary this setting.</source>
        <translation>不变化这项设置。</translation>
    </message>
    <message>
        <source>Values to draw from, such as 16, 32, 64, or a range such as 0.001 … 0.1 (two dots will do). A range of a magnitude or more is drawn evenly over the magnitudes.</source>
        <translation>从中抽取的值，例如 16, 32, 64；或一个范围，例如 0.001 … 0.1（写两个点也行）。跨一个数量级以上的范围按数量级均匀抽取。</translation>
    </message>
    <message>
        <source>The values to try, such as 16, 32, 64.</source>
        <translation>要试的值，例如 16, 32, 64。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::CanvasPane</name>
    <message>
        <source>Nothing reads the canvas yet: press Train or open a model.</source>
        <translation>还没有模型来读画板：请点“训练”或打开一个模型。</translation>
    </message>
    <message>
        <source>Read by the bundled model, until you train or open one.</source>
        <translation>目前由自带的模型来读，直到你训练或打开一个模型。</translation>
    </message>
    <message>
        <source>Read by fresh weights: all guesses.</source>
        <translation>由全新的权重来读：全靠猜。</translation>
    </message>
    <message>
        <source>Read by %1 after epoch %2.</source>
        <translation>由 %1 读取（第 %2 轮之后）。</translation>
    </message>
    <message>
        <source>Read by %1 in epoch %2.</source>
        <translation>由 %1 读取（第 %2 轮中）。</translation>
    </message>
    <message>
        <source>Read by the model that has learnt your handwriting.</source>
        <translation>由学过你的笔迹的模型来读。</translation>
    </message>
    <message>
        <source>There are no test images of 28×28 pixels: the data set is not loaded yet, or its images have another size.</source>
        <translation>没有 28×28 像素的测试图像：数据集还没有载入，或图像大小不同。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::CanvasPanel</name>
    <message>
        <source>What the network is given</source>
        <translation>网络得到的输入</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>How sure the network is of each class; together they make 100 %. Draw something between a 4 and a 9.</source>
        <translation>网络对每一类有多大把握；加起来是 100%。画一个介于 4 和 9 之间的数字试试。</translation>
    </message>
    <message>
        <source>%1 or %2?</source>
        <translation>%1 还是 %2？</translation>
    </message>
    <message>
        <source>none of these?</source>
        <translation>都不像？</translation>
    </message>
    <message>
        <source>Reads %1</source>
        <translation>读作 %1</translation>
    </message>
    <message>
        <source>Not sure: %1</source>
        <translation>不确定：%1</translation>
    </message>
    <message>
        <source>Reads %1, not sure: %2</source>
        <translation>读作 %1，不确定：%2</translation>
    </message>
    <message>
        <source>What is read. Write several digits side by side: each is read by itself, and where the network is not sure it says so.</source>
        <translation>读出的结果。把几个数字并排写：每个数字单独识别，网络不确定时会直说。</translation>
    </message>
    <message>
        <source>Reads %1, it is %2</source>
        <translation>读作 %1，实为 %2</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Scales and centres what you draw, as MNIST’s digits were. Switch it off, draw small in a corner, and see why it matters.</source>
        <translation>像 MNIST 的数字那样缩放并居中你画的内容。关掉它，在角落里画小一点，看看为什么这很重要。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::CanvasTools</name>
    <message>
        <source>Draw</source>
        <translation>画</translation>
    </message>
    <message>
        <source>Draw with the left button. Try your own way of writing a 4.</source>
        <translation>用左键画。试试你自己写 4 的方式。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Erase whole strokes with the left button; the right button always does.</source>
        <translation>用左键擦去整个笔画；右键始终是擦除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last stroke and see how the answer changes.</source>
        <translation>收回最后一笔，看看答案怎样变化。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Bring back what was taken back.</source>
        <translation>恢复刚才收回的内容。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Start with an empty canvas. Undo brings the drawing back.</source>
        <translation>从空白画板开始。撤销可以找回原来的画。</translation>
    </message>
    <message>
        <source>Brush width</source>
        <translation>笔刷粗细</translation>
    </message>
    <message>
        <source>How thick the pen draws. Try it: the network is given the same pixels, whatever the width.</source>
        <translation>笔有多粗。试试看：不管多粗，网络得到的像素都一样。</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Keep this drawing below and watch its probabilities move while a network trains.</source>
        <translation>把这幅画留在下方，在网络训练时看它的概率如何变化。</translation>
    </message>
    <message>
        <source>Test digit</source>
        <translation>测试数字</translation>
    </message>
    <message>
        <source>Put a random digit of the test set on the canvas, as pixels. Do you read it better than the network?</source>
        <translation>把测试集里随机的一个数字以像素放到画板上。你读得比网络好吗？</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Read a digit in a picture file, also a photo of paper. Dropping or pasting one on the canvas does the same.</source>
        <translation>读取图片文件里的数字，纸张的照片也可以。把图片拖到或粘贴到画板上也一样。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ClassTable</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>常被误认为</translation>
    </message>
    <message>
        <source>Of all that is read as this class, the share that really is.</source>
        <translation>被读作此类的图像中，真正属于此类的比例。</translation>
    </message>
    <message>
        <source>Of all images of this class, the share that is read right.</source>
        <translation>此类的全部图像中，读对的比例。</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall: high only if both are.</source>
        <translation>精确率与召回率的调和平均：两者都高时才高。</translation>
    </message>
    <message>
        <source>The class it is most often mistaken for, and how often.</source>
        <translation>最常被误认成的类别及次数。</translation>
    </message>
    <message>
        <source>Click to sort by this column.</source>
        <translation>点击可按此列排序。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ClassesTable</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Click a class to see its images.</source>
        <translation>点击某一类可查看它的图像。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>The mean of all its images to learn from.</source>
        <translation>该类全部训练图像的平均。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Where its images differ: the standard deviation of each pixel.</source>
        <translation>该类图像的差异所在：每个像素的标准差。</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>The weights are trained on these.</source>
        <translation>权重用这些图像训练。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Held out of the training, to compare and to choose by.</source>
        <translation>不参与训练，用于比较和选择。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>For one honest figure at the end.</source>
        <translation>用于最后得到一个诚实的数字。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ComparePane</name>
    <message>
        <source>“%1” was made for other images than those of this data set.</source>
        <translation>“%1”不是为此数据集的图像训练的。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>本模型</translation>
    </message>
    <message>
        <source>McNemar&apos;s test: %1. A difference this large is hardly chance.</source>
        <translation>McNemar 检验：%1。这样大的差异不太可能出于偶然。</translation>
    </message>
    <message>
        <source>McNemar&apos;s test: %1. Such a difference may well be chance.</source>
        <translation>McNemar 检验：%1。这样的差异很可能出于偶然。</translation>
    </message>
    <message>
        <source>Only this one right: %1</source>
        <translation>只有本模型读对：%1</translation>
    </message>
    <message>
        <source>Only the other right: %1</source>
        <translation>只有另一个读对：%1</translation>
    </message>
    <message>
        <source>Read differently: %1</source>
        <translation>读法不同：%1</translation>
    </message>
    <message>
        <source>Compare with a model …</source>
        <translation>与另一个模型比较……</translation>
    </message>
    <message>
        <source>Opens another model from a file and reads the same images with it. The model in use stays in use.</source>
        <translation>从文件打开另一个模型，用它读取同样的图像。正在使用的模型不变。</translation>
    </message>
    <message>
        <source>Shows these images in the gallery.</source>
        <translation>在图库中显示这些图像。</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Choose another model to see where the two differ, and whether the difference can be chance.</source>
        <translation>选择另一个模型，看看两者在哪里不同，以及差别是否可能只是偶然。</translation>
    </message>
    <message>
        <source>Compare with a run</source>
        <translation>与一次运行比较</translation>
    </message>
    <message>
        <source>The model of one of the newest runs of the page Runs. Train, change something, train again: which is better, and where?</source>
        <translation>“记录”页中较新的某次运行的模型。训练，改动一点，再训练：哪个更好，好在哪里？</translation>
    </message>
    <message>
        <source>The two read every image alike.</source>
        <translation>两个模型对每张图像的判断都相同。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ConfidencePane</name>
    <message>
        <source>The network is too sure of itself.</source>
        <translation>网络过于自信。</translation>
    </message>
    <message>
        <source>The network is less sure than it could be.</source>
        <translation>网络的把握低于应有的程度。</translation>
    </message>
    <message>
        <source>The network is about as sure as it should be.</source>
        <translation>网络的把握大致恰当。</translation>
    </message>
    <message>
        <source>%1 With its logits divided by %2 (orange) its confidence is off by %3 instead of %4.</source>
        <translation>%1把 logits 除以 %2 之后（橙色），置信度的偏差为 %3，原来是 %4。</translation>
    </message>
    <message>
        <source>If it answers only when at least %1 sure, it answers %2 of all, and %3 of the answers are right.</source>
        <translation>如果只在把握不低于 %1 时作答，它会回答 %2 的图像，其中 %3 是对的。</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠性</translation>
    </message>
    <message>
        <source>Of the images that get 80 % confidence, 80 % should be right: then the bars end on the dashed line. Bars below it mean too much confidence.</source>
        <translation>置信度为 80 % 的图像中应有 80 % 读对：这时柱顶落在虚线上。低于虚线表示过于自信。</translation>
    </message>
    <message>
        <source>Accuracy against the share answered</source>
        <translation>准确率与作答比例</translation>
    </message>
    <message>
        <source>Leave the unsure ones to a person: drag the line (or press the arrow keys) and see how many answers it costs to make hardly any mistake.</source>
        <translation>把没有把握的留给人来读：拖动竖线（或按方向键），看看要放弃多少图像才能几乎不出错。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ConfusionView</name>
    <message>
        <source>All classes: %1 of %2 images read wrong.</source>
        <translation>全部类别：%2 幅图像中读错 %1 幅。</translation>
    </message>
    <message>
        <source>True %1: %2 images, %3 of them read wrong.</source>
        <translation>真实为 %1：%2 幅图像，其中读错 %3 幅。</translation>
    </message>
    <message>
        <source>Read as %1: %2 images, %3 of them wrongly.</source>
        <translation>读作 %1：%2 幅图像，其中误读 %3 幅。</translation>
    </message>
    <message>
        <source>True %1, read as %2: %3 images, %4 % of all %1.</source>
        <translation>真实为 %1，读作 %2：%3 幅图像，占全部 %1 的 %4 %。</translation>
    </message>
    <message>
        <source>read as →</source>
        <translation>读作 →</translation>
    </message>
    <message>
        <source>← true class</source>
        <translation>← 真实类别</translation>
    </message>
</context>
<context>
    <name>inkling::ui::CorrectionRow</name>
    <message>
        <source>That was a …</source>
        <translation>这是……</translation>
    </message>
    <message>
        <source>Not your writing</source>
        <translation>不是你写的</translation>
    </message>
    <message>
        <source>Kept as a %1</source>
        <translation>已存为 %1</translation>
    </message>
    <message>
        <source>My digits (%1)</source>
        <translation>我的数字（%1）</translation>
    </message>
    <message>
        <source>Keep the drawing as a %1 of yours. With the canvas in use, the key %1 does the same.</source>
        <translation>把所画的存为你写的 %1。使用画板时，按 %1 键也一样。</translation>
    </message>
    <message>
        <source>Say what you have written and it is kept, so that the network can learn your handwriting. Of several digits it is for the framed one.</source>
        <translation>说出你写的是几，它就会被保存，网络可以据此学习你的笔迹。有几个数字时，指的是加框的那一个。</translation>
    </message>
    <message>
        <source>Take back the last correction</source>
        <translation>撤销上一次纠正</translation>
    </message>
    <message>
        <source>Look at what you have kept, correct it, export it, and let a copy of the network learn your handwriting.</source>
        <translation>查看、更正和导出已保存的数字，并让网络的副本学习你的笔迹。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::CountLabel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>inkling::ui::CoveragePlot</name>
    <message>
        <source>share answered</source>
        <translation>作答比例</translation>
    </message>
    <message>
        <source>accuracy of the answers</source>
        <translation>作答的准确率</translation>
    </message>
</context>
<context>
    <name>inkling::ui::DataChooser</name>
    <message>
        <source>Open data folder…</source>
        <translation>打开数据文件夹…</translation>
    </message>
    <message>
        <source>Open data file…</source>
        <translation>打开数据文件…</translation>
    </message>
</context>
<context>
    <name>inkling::ui::DataNotes</name>
    <message>
        <source>The data set is being loaded: %1 %</source>
        <translation>正在载入数据集：%1%</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n more on the page Data.</source>
        <translation>
            <numerusform>“数据”页面还有 %n 条。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inkling::ui::DataPage</name>
    <message>
        <source>Copied to the canvas on the page Learn.</source>
        <translation>已复制到“学习”页的画布。</translation>
    </message>
    <message>
        <source>There is no data set yet: choose one on the page Learn.</source>
        <translation>还没有数据集：请在“学习”页选择一个。</translation>
    </message>
    <message>
        <source>%1: all %2 training images are trained on, none is held out for validation; %3 test images.</source>
        <translation>%1：%2 幅训练图像全部用于训练，没有留出验证图像；%3 幅测试图像。</translation>
    </message>
    <message>
        <source>%1: of %2 training images the last %3 are held out for validation; %4 test images.</source>
        <translation>%1：%2 幅训练图像中，最后 %3 幅留作验证；%4 幅测试图像。</translation>
    </message>
    <message>
        <source>Pixels as shares of full ink: mean %1, standard deviation %2. The recipe subtracts %3 and divides by %4.</source>
        <translation>像素以满墨为 1：平均 %1，标准差 %2。该配方减去 %3 再除以 %4。</translation>
    </message>
    <message>
        <source>What there is to learn from: every image, classes, pixels, augmentation, duplicates.</source>
        <translation>用来学习的数据：每一幅图像、类别、像素、数据增强、重复图像。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Which images</source>
        <translation>哪些图像</translation>
    </message>
    <message>
        <source>Which part of the data set is shown below.</source>
        <translation>下面显示数据集的哪一部分。</translation>
    </message>
    <message>
        <source>image </source>
        <translation>图像 </translation>
    </message>
    <message>
        <source>Image number</source>
        <translation>图像编号</translation>
    </message>
    <message>
        <source>Type a number and press Return to go to that image of the file.</source>
        <translation>输入编号并按回车，跳到文件中的这幅图像。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复图像</translation>
    </message>
    <message>
        <source>Grey values</source>
        <translation>灰度值</translation>
    </message>
    <message>
        <source>How often each grey value occurs, on a logarithmic axis. Most of an image is paper.</source>
        <translation>每个灰度值出现的次数（对数轴）。图像大部分是纸面。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Pixels as shares of full ink: mean %1, standard deviation %2. The recipe takes them as they are.</source>
        <translation>像素以满墨为 1：平均 %1，标准差 %2。该配方原样使用它们。</translation>
    </message>
    <message>
        <source>%1: of %2 training images %3 are held out for validation, drawn from every class; %4 test images.</source>
        <translation>%1：%2 张训练图像中，从各类别抽取 %3 张留作验证；%4 张测试图像。</translation>
    </message>
    <message>
        <source>The data set is being loaded: %1 %</source>
        <translation>正在载入数据集：%1%</translation>
    </message>
</context>
<context>
    <name>inkling::ui::DigitBars</name>
    <message>
        <source>Nothing is predicted yet</source>
        <translation>还没有预测</translation>
    </message>
    <message>
        <source>A %1 with %2. Click to see its pixels and to correct it.</source>
        <translation>是 %1，概率 %2。点击可查看它的像素并纠正。</translation>
    </message>
    <message>
        <source>Not sure: perhaps a %1, with %2. Click to see its pixels and to correct it.</source>
        <translation>不确定：可能是 %1，概率 %2。点击可查看它的像素并纠正。</translation>
    </message>
    <message>
        <source>Probabilities of each digit</source>
        <translation>每个数字的概率</translation>
    </message>
    <message>
        <source>A column for each digit. Click on one to see its pixels and to correct it.</source>
        <translation>每个数字一列。点击其中一列可查看它的像素并纠正。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1，概率 %2</translation>
    </message>
    <message>
        <source>not sure, perhaps %1</source>
        <translation>不确定，可能是 %1</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
</context>
<context>
    <name>inkling::ui::DuplicatesPane</name>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>   (different labels)</source>
        <translation>&#x3000;（标签不同）</translation>
    </message>
    <message>
        <source>Looking for images that occur twice …</source>
        <translation>正在查找重复的图像……</translation>
    </message>
    <message>
        <source>No two images of this data set are the same, pixel by pixel.</source>
        <translation>这个数据集中没有两幅逐像素相同的图像。</translation>
    </message>
    <message>
        <source>%1 images occur more than once, %2 of them in more than one part: what is measured there, the network may know by heart.</source>
        <translation>有 %1 幅图像出现不止一次，其中 %2 幅出现在多个部分中：在那里测到的，网络可能早已背下来了。</translation>
    </message>
    <message>
        <source>Images that occur more than once</source>
        <translation>出现不止一次的图像</translation>
    </message>
    <message>
        <source>Choose one to see it. Duplicates with different labels: one must be wrong.</source>
        <translation>选中可查看。标签不同的重复图像中必有一个是错的。</translation>
    </message>
    <message>
        <source>The same images</source>
        <translation>相同的图像</translation>
    </message>
</context>
<context>
    <name>inkling::ui::EpochReplay</name>
    <message>
        <source>after epoch %1</source>
        <translation>第 %1 轮之后</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Replay the epochs</source>
        <translation>重放各轮</translation>
    </message>
    <message>
        <source>Shows the map after every epoch of the run, from the fresh weights on: watch how the classes part. Train first.</source>
        <translation>从初始权重开始，依次显示每一轮之后的分布图：看各类别如何分开。请先训练。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>The map after this epoch; at the right end, of the newest weights.</source>
        <translation>这一轮之后的分布图；最右端是最新的权重。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::EvaluatePage</name>
    <message>
        <source>The data set is being loaded …</source>
        <translation>正在载入数据集……</translation>
    </message>
    <message>
        <source>There is no data set yet: choose one on the page Learn.</source>
        <translation>还没有数据集：请在“学习”页选择一个。</translation>
    </message>
    <message>
        <source>There is no model yet: press Train, or open one from a file.</source>
        <translation>还没有模型：请按“训练”，或从文件打开一个。</translation>
    </message>
    <message>
        <source>This model was made for other images than those of this data set.</source>
        <translation>这个模型不是为此数据集的图像训练的。</translation>
    </message>
    <message>
        <source>The network reads the images …</source>
        <translation>网络正在读取图像……</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>How good the network is and where it fails: confusion matrix, mistakes, confidence.</source>
        <translation>网络有多好、错在哪里：混淆矩阵、误读、置信度。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>测量所用</translation>
    </message>
    <message>
        <source>Validation images were held out of the training: use them to compare and to choose. Keep the test images for one honest figure at the end.</source>
        <translation>验证图像不参与训练：用它们来比较和选择。测试图像留到最后，得到一个诚实的数字。</translation>
    </message>
    <message>
        <source>The test images answer one question, once: how good is the finished network on digits nobody has chosen by? Change something because of what you see here, and the figure is no longer honest.</source>
        <translation>测试图像只回答一次、一个问题：训练好的网络在没有人据以做过选择的数字上有多好？如果因为这里看到的结果而做改动，这个数字就不再诚实。</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>% of the true class</source>
        <translation>占真实类别的 %</translation>
    </message>
    <message>
        <source>mistakes only</source>
        <translation>只看误读</translation>
    </message>
    <message>
        <source>Cells show</source>
        <translation>格中显示</translation>
    </message>
    <message>
        <source>What the cells show. Try “mistakes only” to see the pairs that are mixed up.</source>
        <translation>格子里显示什么。试试“只看误读”，看哪些数字容易混淆。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Click a cell to see its images, or a class name for all mistakes of a row or column. Arrow keys move, Esc shows everything again.</source>
        <translation>点击格子查看其中的图像，点击类别名查看整行或整列的误读。方向键移动，Esc 恢复全部。</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>稳健性</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Saves the matrix, the table of classes or the list of mistakes.</source>
        <translation>保存矩阵、类别表或误读列表。</translation>
    </message>
    <message>
        <source>Matrix as a picture …</source>
        <translation>矩阵存为图片……</translation>
    </message>
    <message>
        <source>Matrix as a table …</source>
        <translation>矩阵存为表格……</translation>
    </message>
    <message>
        <source>Classes as a table …</source>
        <translation>类别存为表格……</translation>
    </message>
    <message>
        <source>Mistakes as a table …</source>
        <translation>误读存为表格……</translation>
    </message>
    <message>
        <source>Cannot save %1: pictures end in .png or .pdf.</source>
        <translation>无法保存 %1：图片应以 .png 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>Confidence and robustness as a picture …</source>
        <translation>把置信度和稳健性存为图片……</translation>
    </message>
    <message>
        <source>Robustness as a table …</source>
        <translation>把稳健性存为表格……</translation>
    </message>
    <message>
        <source>Nothing is measured yet: press Measure on the tab Robustness.</source>
        <translation>还没有测量：请在“稳健性”标签页按“测量”。</translation>
    </message>
    <message>
        <source>This model was trained on other images than those of %1.</source>
        <translation>这个模型不是用 %1 的这些图像训练的。</translation>
    </message>
    <message>
        <source>This model was trained on %1; the images here are of %2.</source>
        <translation>这个模型是用 %1 训练的；这里的图像来自 %2。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ExchangeActions</name>
    <message>
        <source>&amp;Export model…</source>
        <translation>导出模型(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import weights…</source>
        <translation>导入权重(&amp;I)…</translation>
    </message>
    <message>
        <source>Weights from another program: .npz or .safetensors that fit the recipe in the controls, or W.npy with b.npy.</source>
        <translation>来自其他程序的权重：适合当前配方的 .npz 或 .safetensors，或者 W.npy 加 b.npy。</translation>
    </message>
    <message>
        <source>Write the model for other programs: ONNX, NumPy, safetensors.</source>
        <translation>为其他程序写出模型：ONNX、NumPy、safetensors。</translation>
    </message>
    <message>
        <source>There is no model to export yet. Press Train first.</source>
        <translation>还没有可导出的模型。请先点“训练”。</translation>
    </message>
    <message>
        <source> The weights must fit the recipe in the controls, “%1”: choose another recipe, or edit its layers.</source>
        <translation>权重必须适合当前的配方“%1”：请选择其他配方，或编辑它的层。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ExportDialog</name>
    <message>
        <source>Export model</source>
        <translation>导出模型</translation>
    </message>
    <message>
        <source>Python that reads the file</source>
        <translation>读取该文件的 Python 代码</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy the Python</source>
        <translation>复制 Python 代码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;ONNX: the whole network, for OpenCV, ONNX Runtime and others</source>
        <translation>ONNX：整个网络，供 OpenCV、ONNX Runtime 等使用(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;NumPy: the weights by name (.npz)</source>
        <translation>NumPy：按名称存放的权重 (.npz)(&amp;N)</translation>
    </message>
    <message>
        <source>Safe&amp;tensors: the weights by name, without Inkling&apos;s own data</source>
        <translation>Safetensors：按名称存放的权重，不含 Inkling 自己的数据(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;W.npy and b.npy: the two arrays of softmax regression</source>
        <translation>W.npy 和 b.npy：softmax 回归的两个数组(&amp;W)</translation>
    </message>
    <message>
        <source>Takes images of 0 … 1 and gives probabilities: the scaling of the pixels and softmax are in it. Any number of images at once.</source>
        <translation>输入 0 … 1 的图像，输出概率：像素缩放和 softmax 都在其中。一次可处理任意多张图像。</translation>
    </message>
    <message>
        <source>This Inkling was built without the ONNX package.</source>
        <translation>此 Inkling 编译时没有 ONNX 软件包。</translation>
    </message>
    <message>
        <source>So that logits are x·W + b, for pixels of 0 … 1.</source>
        <translation>logits 就是 x·W + b，像素为 0 … 1。</translation>
    </message>
    <message>
        <source>Only for a network of one dense layer with bias.</source>
        <translation>只适用于带偏置的单个全连接层的网络。</translation>
    </message>
    <message>
        <source>The weights alone: your program has to know the layers. Pixels must be scaled as the recipe says.</source>
        <translation>只有权重：你的程序要知道各层的结构。像素须按配方缩放。</translation>
    </message>
    <message>
        <source>The name of this kind of file must end in %1.</source>
        <translation>这种文件的名称必须以 %1 结尾。</translation>
    </message>
    <message>
        <source>Saved %1. The Python above reads it.</source>
        <translation>已保存 %1。上面的 Python 代码可以读取它。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::FileActions</name>
    <message>
        <source>Saved the model as %1.</source>
        <translation>模型已保存为 %1。</translation>
    </message>
    <message>
        <source>&amp;Open model…</source>
        <translation>打开模型(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save model</source>
        <translation>保存模型(&amp;S)</translation>
    </message>
    <message>
        <source>Save model &amp;as…</source>
        <translation>模型另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Open recipe…</source>
        <translation>打开配方(&amp;O)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve recipe…</source>
        <translation>保存配方(&amp;V)…</translation>
    </message>
    <message>
        <source>Open &amp;data folder…</source>
        <translation>打开数据文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>There is no model to save yet. Press Train first.</source>
        <translation>还没有可保存的模型。请先点“训练”。</translation>
    </message>
    <message>
        <source>Saved the recipe as %1.</source>
        <translation>配方已保存为 %1。</translation>
    </message>
    <message>
        <source>Opened %1.</source>
        <translation>已打开 %1。</translation>
    </message>
    <message>
        <source>The model is in use now.</source>
        <translation>现在使用的就是这个模型。</translation>
    </message>
    <message>
        <source>Open da&amp;ta file…</source>
        <translation>打开数据文件(&amp;T)…</translation>
    </message>
    <message>
        <source>There are several data sets in %1.</source>
        <translation>%1 中有多个数据集。</translation>
    </message>
    <message>
        <source>Only one recipe and one data set can be in use. Not opened: %1.</source>
        <translation>同时只能使用一个配方和一个数据集。未打开：%1。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::HandwritingDialog</name>
    <message>
        <source>Saved as a data set in %1: open it with File → Open data folder.</source>
        <translation>已作为数据集存入 %1：可用“文件 → 打开数据文件夹”打开。</translation>
    </message>
    <message>
        <source>Saved the strokes as %1.</source>
        <translation>笔画已存为 %1。</translation>
    </message>
    <message>
        <source>%1 came as pixels and have no strokes.</source>
        <translation>有 %1 个只有像素，没有笔画。</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Write a digit on the canvas and say below it what it was.</source>
        <translation>还没有保存任何数字。请在画板上写一个数字，然后在下方指出它是几。</translation>
    </message>
    <message>
        <source>Your digits: %1, of which %2 (“·”) only to test on. Select some to correct their label or to delete them.</source>
        <translation>你的数字共 %1 个，其中 %2 个（“·”）只用于测试。选中一些可以更正标签或删除。</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Label:</source>
        <translation>标签：</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The selected digits are a %1.</source>
        <translation>选中的数字是 %1。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected digits. Undo brings them back.</source>
        <translation>删除选中的数字。撤销可以恢复。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last change of the collection.</source>
        <translation>撤销对收藏的上一次修改。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the collection for other programs, or as a data set.</source>
        <translation>把这些数字存成文件供其他程序使用，或存成数据集。</translation>
    </message>
    <message>
        <source>As an IDX data set…</source>
        <translation>存为 IDX 数据集…</translation>
    </message>
    <message>
        <source>As a stroke file…</source>
        <translation>存为笔画文件…</translation>
    </message>
</context>
<context>
    <name>inkling::ui::HandwritingLearner</name>
    <message>
        <source>There is no model yet.</source>
        <translation>还没有模型。</translation>
    </message>
    <message>
        <source>A run is under way: stop it first.</source>
        <translation>正在训练：请先停止。</translation>
    </message>
    <message>
        <source>The model in use reads something else than digits.</source>
        <translation>正在使用的模型读的不是数字。</translation>
    </message>
    <message>
        <source>Keep at least %1 digits first; 20 or more are better.</source>
        <translation>请先保存至少 %1 个数字；20 个以上更好。</translation>
    </message>
    <message>
        <source>A copy of the model is learning your digits …</source>
        <translation>模型的一个副本正在学习你的数字……</translation>
    </message>
    <message>
        <source>The copy has learnt for %1. Keep it, and it reads your canvas from now on, also at the next start; or discard it.</source>
        <translation>副本学习了 %1。保留它，以后就由它来读你的画板，下次启动也是；也可以丢弃它。</translation>
    </message>
    <message>
        <source>The model in use has learnt your handwriting. It can go on with what you have added since.</source>
        <translation>正在使用的模型学过你的笔迹。它可以接着学你之后添加的数字。</translation>
    </message>
    <message>
        <source>A copy of the model in use is trained for some seconds on your digits, mixed with MNIST so that it forgets nothing.</source>
        <translation>用你的数字对正在使用的模型的副本训练几秒钟，并混入 MNIST，使它不会忘记原来会的。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 个中的 %1 个</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Your held-out digits read right</source>
        <translation>留作测试的你的数字读对</translation>
    </message>
    <message>
        <source>MNIST’s test images read right</source>
        <translation>MNIST 测试图像读对</translation>
    </message>
    <message>
        <source>Learn my handwriting</source>
        <translation>学习我的笔迹</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>学习(&amp;L)</translation>
    </message>
    <message>
        <source>Trains a copy; the model in use stays as it is until you keep the copy. Try it with a way of writing that is read wrong.</source>
        <translation>训练的是副本；在你保留副本之前，正在使用的模型保持不变。用一种总被读错的写法试试。</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stops the learning. Nothing has changed.</source>
        <translation>停止学习，什么都没有改变。</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>The copy reads your canvas from now on.</source>
        <translation>以后由副本来读你的画板。</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>Throws the copy away. The model in use stays as it was.</source>
        <translation>丢弃副本。正在使用的模型保持原样。</translation>
    </message>
    <message>
        <source>&amp;Back to the bundled model</source>
        <translation>换回自带的模型(&amp;B)</translation>
    </message>
    <message>
        <source>Forgets what was learnt; your digits stay.</source>
        <translation>忘掉学到的东西；你的数字会保留。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::Headline</name>
    <message>
        <source>Accuracy: the share of the images that is read right.</source>
        <translation>准确率：读对的图像所占的比例。</translation>
    </message>
    <message>
        <source>95 % interval
%1 … %2</source>
        <translation>95 % 区间
%1 … %2</translation>
    </message>
    <message>
        <source>Wilson&apos;s interval: another set of as many images would give another accuracy. Two models whose intervals overlap widely may well be equally good.</source>
        <translation>Wilson 区间：换一组同样多的图像会得到不同的准确率。两个模型的区间若大部分重叠，很可能一样好。</translation>
    </message>
    <message>
        <source>%1 of %2 read wrong · loss %3
calibration error %4</source>
        <translation>%2 幅中读错 %1 幅 · 损失 %3
校准误差 %4</translation>
    </message>
    <message>
        <source>Loss: mean cross-entropy in nats, which also counts how sure the network was. Calibration error: by how much its confidence is off on average; see the tab Confidence.</source>
        <translation>损失：以 nat 计的平均交叉熵，也计入网络的把握。校准误差：置信度平均偏离多少，见“置信度”标签页。</translation>
    </message>
    <message>
        <source>balanced accuracy %1
macro-F1 %2</source>
        <translation>平衡准确率 %1
宏平均 F1 %2</translation>
    </message>
    <message>
        <source>Some classes have many more images than others, and the accuracy speaks mostly of those. Here every class counts alike: balanced accuracy is the mean of the classes&apos; recall, macro-F1 the mean of their F1.</source>
        <translation>有些类别的图像比其他类别多得多，准确率主要反映的是它们。这里每个类别同等重要：平衡准确率是各类别召回率的平均值，宏平均 F1 是各类别 F1 的平均值。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::HealthPane</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Update / weight</source>
        <translation>更新 / 权重</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死单元</translation>
    </message>
    <message>
        <source>Choose a layer to see how its weights are distributed.</source>
        <translation>选择一层，查看其权重的分布。</translation>
    </message>
    <message>
        <source>The standard deviation of the weights, without the biases.</source>
        <translation>权重的标准差，不含偏置。</translation>
    </message>
    <message>
        <source>The length of the gradient on %1 training images. If it falls by a factor of a hundred from the last layer to the first, the first hardly learns.</source>
        <translation>在 %1 幅训练图像上梯度的长度。若从最后一层到第一层缩小上百倍，第一层几乎学不到东西。</translation>
    </message>
    <message>
        <source>How far a step moves the weights, relative to their size: about 0.001 is usual. Much more: lower the learning rate; much less: raise it.</source>
        <translation>每一步把权重移动多远（相对其大小）：通常约为 0.001。大得多就降低学习率，小得多就提高。</translation>
    </message>
    <message>
        <source>Units that give 0 for each of these images: they do not learn any more. Many of them point to a learning rate that was too high.</source>
        <translation>对这些图像全都输出 0 的单元：它们不再学习。数量多说明学习率曾经过高。</translation>
    </message>
    <message>
        <source>Health of the layers</source>
        <translation>各层的状况</translation>
    </message>
    <message>
        <source>Distribution of the weights</source>
        <translation>权重的分布</translation>
    </message>
    <message>
        <source>The weights of the chosen layer. Watch the bell grow wider as the network trains.</source>
        <translation>所选层的权重。看训练时钟形怎样变宽。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::HeatLegend</name>
    <message>
        <source>negative</source>
        <translation>负</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>正</translation>
    </message>
    <message>
        <source>Colours: orange is negative, grey zero, blue positive</source>
        <translation>颜色：橙色为负，灰色为零，蓝色为正</translation>
    </message>
    <message>
        <source>The colours of all values here: orange is negative, grey is zero, blue is positive.</source>
        <translation>这里所有数值的颜色：橙色为负，灰色为零，蓝色为正。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::HistogramPlot</name>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>个数</translation>
    </message>
</context>
<context>
    <name>inkling::ui::InkCanvas</name>
    <message>
        <source>Drawing area</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw with the left button, erase strokes with the right one; the arrow keys draw too, Space puts the pen down. Try a 7 with and without a bar.</source>
        <translation>左键画，右键擦除笔画；方向键也能画，空格键落笔。试试带横杠和不带横杠的 7。</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
</context>
<context>
    <name>inkling::ui::Inspector</name>
    <message>
        <source>Training image %1: a %2, at a distance of %3</source>
        <translation>训练图像 %1：%2，距离 %3</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>看内部</translation>
    </message>
    <message>
        <source>Shows what every layer makes of this image, and which pixels decide. Try it with a mistake.</source>
        <translation>显示每一层如何处理这幅图像、哪些像素起决定作用。用一个误读试试。</translation>
    </message>
    <message>
        <source>Most alike for the network:</source>
        <translation>网络眼中最相似的：</translation>
    </message>
    <message>
        <source>The training images whose last hidden layer is nearest to this one&apos;s, of the first %1. If they are of another class, the mistake is no wonder; if they look wrong too, perhaps the label is.</source>
        <translation>前 %1 幅训练图像中，最后一个隐藏层与此图最接近的。如果它们属于另一类，误读就不奇怪；如果它们看起来也不对，也许是标签错了。</translation>
    </message>
    <message>
        <source>Nearest training images</source>
        <translation>最接近的训练图像</translation>
    </message>
    <message>
        <source>Choose an image above.</source>
        <translation>请在上面选择一幅图像。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::Keeping</name>
    <message>
        <source>finished runs</source>
        <translation>已结束的训练</translation>
    </message>
    <message>
        <source>the run under way</source>
        <translation>正在进行的训练</translation>
    </message>
    <message>
        <source>your digits</source>
        <translation>你的数字</translation>
    </message>
    <message>
        <source>preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Inkling cannot write into %1, so these are lost when it is closed: %2. Save models elsewhere; all else works.</source>
        <translation>Inkling 无法写入 %1，关闭时下列内容会丢失：%2。请把模型保存到别处；其他功能不受影响。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>inkling::ui::LabPane</name>
    <message>
        <source>%1, unit %2</source>
        <translation>%1，单元 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the smallest %1 % of the weights cut</source>
        <translation>剪去最小的 %1 % 的权重</translation>
    </message>
    <message>
        <source>Cut %1 %</source>
        <translation>剪去 %1 %</translation>
    </message>
    <message>
        <source>Nothing is changed: everything here shows the network in use.</source>
        <translation>没有改动：这里显示的是正在使用的网络。</translation>
    </message>
    <message>
        <source>Everything here shows the changed copy. It does not fit the images of the data set.</source>
        <translation>这里显示的是改动后的副本。它与数据集的图像不匹配。</translation>
    </message>
    <message>
        <source>Everything here shows the changed copy. Measuring …</source>
        <translation>这里显示的是改动后的副本。正在测量……</translation>
    </message>
    <message>
        <source>Everything here shows the changed copy. Accuracy %1 → %2.</source>
        <translation>这里显示的是改动后的副本。准确率 %1 → %2。</translation>
    </message>
    <message>
        <source>the whole layer</source>
        <translation>整个层</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>flipped</source>
        <translation>反号</translation>
    </message>
    <message>
        <source>halved</source>
        <translation>减半</translation>
    </message>
    <message>
        <source>doubled</source>
        <translation>加倍</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The layer to change. Try the first one, unit by unit.</source>
        <translation>要改动的层。试试第一层，逐个单元来。</translation>
    </message>
    <message>
        <source>Unit or layer</source>
        <translation>单元或层</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>The number of the unit, or of the kernel. Click a picture among the weights to choose it.</source>
        <translation>单元或卷积核的编号。在“权重”中点击一幅图即可选中。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>What is done to its weights and bias. Switch single units off: which ones does it miss?</source>
        <translation>对其权重和偏置做什么。试着逐个关闭单元：网络会想念哪些？</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Changes a copy of the network; the one in use is never touched.</source>
        <translation>改动的是网络的副本，正在使用的网络不受影响。</translation>
    </message>
    <message>
        <source>Share of the weights</source>
        <translation>权重的比例</translation>
    </message>
    <message>
        <source>How many of the smallest weights are set to 0. Try 50, then 90 %: how many does it need?</source>
        <translation>把多少最小的权重设为 0。先试 50 %，再试 90 %：它到底需要多少？</translation>
    </message>
    <message>
        <source>Sets the smallest weights of all layers to 0, in the copy.</source>
        <translation>在副本中把各层最小的权重设为 0。</translation>
    </message>
    <message>
        <source>Changes made</source>
        <translation>已做的改动</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Throws the copy away: everything shows the network in use again.</source>
        <translation>丢弃副本：重新显示正在使用的网络。</translation>
    </message>
    <message>
        <source>%1, kernel from %2 to %3</source>
        <translation>%1，从 %2 到 %3 的卷积核</translation>
    </message>
    <message>
        <source>one unit or channel</source>
        <translation>一个单元或通道</translation>
    </message>
    <message>
        <source>one kernel</source>
        <translation>一个卷积核</translation>
    </message>
    <message>
        <source>Whether one unit is changed, one kernel of a convolution, or all of the layer.</source>
        <translation>改变一个单元、卷积的一个卷积核，还是整个层。</translation>
    </message>
    <message>
        <source>unit </source>
        <translation>单元 </translation>
    </message>
    <message>
        <source>from </source>
        <translation>来自 </translation>
    </message>
    <message>
        <source>Input channel</source>
        <translation>输入通道</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>× </source>
        <translation>× </translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Its weights and bias times this number. Try 0.9, then 1.5: how much does it bear?</source>
        <translation>其权重和偏置都乘以这个数。试试 0.9，再试 1.5：它能承受多大的变化？</translation>
    </message>
    <message>
        <source>The input channel that the kernel reads.</source>
        <translation>卷积核读取的输入通道。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::LayerEditor</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>+ Add</source>
        <translation>+ 添加</translation>
    </message>
    <message>
        <source>Adds a layer after the chosen one.</source>
        <translation>在选中的层之后添加一层。</translation>
    </message>
    <message>
        <source>− Remove</source>
        <translation>− 移除</translation>
    </message>
    <message>
        <source>Removes the chosen layer.</source>
        <translation>移除选中的层。</translation>
    </message>
    <message>
        <source>↑ Up</source>
        <translation>↑ 上移</translation>
    </message>
    <message>
        <source>Moves the chosen layer towards the pixels.</source>
        <translation>把选中的层移向像素一侧。</translation>
    </message>
    <message>
        <source>↓ Down</source>
        <translation>↓ 下移</translation>
    </message>
    <message>
        <source>Moves the chosen layer towards the digits.</source>
        <translation>把选中的层移向数字一侧。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::LayerForm</name>
    <message>
        <source>add a bias to every unit</source>
        <translation>给每个单元加偏置</translation>
    </message>
    <message>
        <source>all equal maxima share the gradient</source>
        <translation>相等的最大值共享梯度</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>What the layer does with what comes in.</source>
        <translation>这一层怎样处理输入。</translation>
    </message>
    <message>
        <source>&amp;Units</source>
        <translation>单元数(&amp;U)</translation>
    </message>
    <message>
        <source>Ke&amp;rnel</source>
        <translation>卷积核(&amp;R)</translation>
    </message>
    <message>
        <source>Side of the square window that slides over the image.</source>
        <translation>在图像上滑动的方形窗口的边长。</translation>
    </message>
    <message>
        <source>&amp;Stride</source>
        <translation>步幅(&amp;S)</translation>
    </message>
    <message>
        <source>How far the window moves each time. 2 halves the image.</source>
        <translation>窗口每次移动的距离。2 会把图像缩小一半。</translation>
    </message>
    <message>
        <source>&amp;Padding</source>
        <translation>填充(&amp;P)</translation>
    </message>
    <message>
        <source>Zeros around the image. Half the kernel keeps its size.</source>
        <translation>图像周围补的零。取卷积核的一半可保持尺寸。</translation>
    </message>
    <message>
        <source>Share &amp;dropped</source>
        <translation>丢弃比例(&amp;D)</translation>
    </message>
    <message>
        <source>So many of the units are left out of each training step, at random. Try 0.5.</source>
        <translation>每个训练步随机略去这么多单元。试试 0.5。</translation>
    </message>
    <message>
        <source>&amp;Bias</source>
        <translation>偏置(&amp;B)</translation>
    </message>
    <message>
        <source>Without it, a unit answers 0 to an empty image.</source>
        <translation>没有偏置时，单元对空白图像的回答是 0。</translation>
    </message>
    <message>
        <source>&amp;Weights from</source>
        <translation>权重取自(&amp;W)</translation>
    </message>
    <message>
        <source>How the weights are drawn at the start. He suits ReLU, Xavier suits tanh.</source>
        <translation>开始时怎样抽取权重。He 适合 ReLU，Xavier 适合 tanh。</translation>
    </message>
    <message>
        <source>B&amp;iases from</source>
        <translation>偏置取自(&amp;I)</translation>
    </message>
    <message>
        <source>How the biases are drawn at the start.</source>
        <translation>开始时怎样抽取偏置。</translation>
    </message>
    <message>
        <source>&amp;Ties</source>
        <translation>并列(&amp;T)</translation>
    </message>
    <message>
        <source>Otherwise the first of them gets all of it.</source>
        <translation>否则全部归第一个。</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Max-pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He 正态</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He 均匀</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 正态</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 均匀</translation>
    </message>
    <message>
        <source>uniform by fan-in</source>
        <translation>按扇入均匀</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Times this. For normal: the standard deviation itself.</source>
        <translation>再乘以此数。对正态分布，它就是标准差。</translation>
    </message>
    <message>
        <source>Outputs of a dense layer, filters of a convolution: each makes a channel.</source>
        <translation>全连接层的输出数，卷积层的滤波器数：每个滤波器产生一个通道。</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>滤波器(&amp;F)</translation>
    </message>
</context>
<context>
    <name>inkling::ui::LayerStack</name>
    <message>
        <source>what the network is given</source>
        <translation>网络得到的图像</translation>
    </message>
    <message>
        <source>Layer %1: %2</source>
        <translation>第 %1 层：%2</translation>
    </message>
    <message>
        <source>Click a value to see where it comes from; the arrow keys move to the next one.</source>
        <translation>点击一个值看它从何而来；方向键移到下一个。</translation>
    </message>
    <message>
        <source>The value that has the full colour.</source>
        <translation>颜色最深时的数值。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::LayerView</name>
    <message>
        <source>unit %1: %2</source>
        <translation>单元 %1：%2</translation>
    </message>
    <message>
        <source>channel %1, row %2, column %3: %4</source>
        <translation>通道 %1，第 %2 行第 %3 列：%4</translation>
    </message>
</context>
<context>
    <name>inkling::ui::LearnPage</name>
    <message>
        <source>Train a network and watch it learn: settings, curves, samples and a canvas on one screen.</source>
        <translation>训练一个网络并看着它学习：设置、曲线、样本和画板都在一屏上。</translation>
    </message>
    <message>
        <source>Saved the curves as %1.</source>
        <translation>曲线已保存为 %1。</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
</context>
<context>
    <name>inkling::ui::LessonStrip</name>
    <message>
        <source>drawn</source>
        <translation>所画</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>What you drew, as it stands on the canvas.</source>
        <translation>你画在画板上的样子。</translation>
    </message>
    <message>
        <source>Scaled so that its larger side fills a box of 20 pixels, with a pen as wide as MNIST’s.</source>
        <translation>缩放到较长的一边填满 20 像素的方框，笔画与 MNIST 一样粗。</translation>
    </message>
    <message>
        <source>Moved until its centre of mass is where it is in MNIST’s images.</source>
        <translation>移动到重心与 MNIST 图像的重心位置一致。</translation>
    </message>
    <message>
        <source>The 28×28 pixels the network is given. Draw small in a corner and watch.</source>
        <translation>网络得到的 28×28 像素。在角落里画小一点看看。</translation>
    </message>
    <message>
        <source>The 28×28 pixels the network is given: the whole canvas, squeezed.</source>
        <translation>网络得到的 28×28 像素：整个画板直接压缩而成。</translation>
    </message>
    <message>
        <source>The image, as it came onto the canvas.</source>
        <translation>放到画布上的图像原样。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::LookPage</name>
    <message>
        <source>There is no model yet: press Train, or open one from a file.</source>
        <translation>还没有模型：请按“训练”，或从文件打开一个。</translation>
    </message>
    <message>
        <source>This model reads pictures of another size than the canvas gives.</source>
        <translation>这个模型读取的图片尺寸与画布不同。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Look inside: what every layer makes of your drawing, and why the answer is what it is.</source>
        <translation>看内部：每一层如何处理你画的数字，答案为何如此。</translation>
    </message>
    <message>
        <source>Click any value of a layer: here stands how it was made, and its receptive field is outlined in the layers before.</source>
        <translation>点击任意一层的值：这里会显示它是如何算出来的，它的感受野会在前面各层中框出。</translation>
    </message>
    <message>
        <source>colours per layer</source>
        <translation>每层各自的色阶</translation>
    </message>
    <message>
        <source>one scale for all</source>
        <translation>全网统一色阶</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>颜色的尺度</translation>
    </message>
    <message>
        <source>Full colour is the largest value of each layer, or of the whole network. Blue is positive, orange negative, grey zero.</source>
        <translation>满色表示每层或整个网络的最大值。蓝为正，橙为负，灰为零。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>算式</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>Slide the window</source>
        <translation>滑动窗口</translation>
    </message>
    <message>
        <source>Moves the chosen value over its map, place by place: watch its receptive field and the numbers. Choose a value of a convolution first.</source>
        <translation>让所选的值逐格滑过它的图：观察感受野和数字。请先选中卷积层的一个值。</translation>
    </message>
    <message>
        <source>Draw a digit on the right, step through the validation images there, or send one here: click an image on the page Evaluate and press “Look inside”.</source>
        <translation>在右边画一个数字，或在那里逐张翻看验证图像，也可以送一张过来：在“评估”页点一张图像，再按“看内部”。</translation>
    </message>
    <message>
        <source>The steps from the logits to the probabilities: draw a digit.</source>
        <translation>从 logit 到概率的各个步骤：请画一个数字。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>可信</translation>
    </message>
</context>
<context>
    <name>inkling::ui::MainWindow</name>
    <message>
        <source>%1 images/s · %2 GFLOP/s</source>
        <translation>每秒 %1 张图像 · %2 GFLOP/s</translation>
    </message>
    <message>
        <source>About Inkling</source>
        <translation>关于 Inkling</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Inkling %1&lt;/h3&gt;</source>
        <translation>&lt;h3&gt;Inkling %1&lt;/h3&gt;</translation>
    </message>
    <message>
        <source>Trains a neural network to read handwritten digits while you watch, and then reads yours.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>当着你的面训练一个神经网络来识别手写数字，然后识别你写的数字。

自由软件，采用 GNU 通用公共许可证第 3 版或更新版本。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>训练(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Inkling</source>
        <translation>关于 Inkling(&amp;A)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training images and billions of operations each second. GFLOP/s counts the multiplications and additions that a textbook needs for this network, so a faster algorithm shows as more. Try another batch size and see both change.</source>
        <translation>每秒训练的图像数和每秒的十亿次浮点运算数。GFLOP/s 按教科书算法计算该网络所需的乘法和加法次数，因此更快的算法会显示更大的数值。换一个批大小，看看两者如何变化。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Inkling — %1</source>
        <translation>Inkling — %1</translation>
    </message>
    <message>
        <source>Inkling — %1[*] — %2</source>
        <translation>Inkling — %1[*] — %2</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message numerus="yes">
        <source>%n more on the page Data.</source>
        <translation type="vanished">
            <numerusform>“数据”页面还有 %n 条。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inkling::ui::MapPane</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Spread out (t-SNE)</source>
        <translation>展开 (t-SNE)</translation>
    </message>
    <message>
        <source>t-SNE keeps neighbours together; distances between groups mean little.</source>
        <translation>t-SNE 让近邻聚在一起；群与群之间的距离意义不大。</translation>
    </message>
    <message>
        <source>%1 images along the two directions in which the last hidden layer differs most: %2 % of all difference.</source>
        <translation>%1 幅图像，按最后一个隐藏层差异最大的两个方向排列：占全部差异的 %2 %。</translation>
    </message>
    <message>
        <source>Map of the images</source>
        <translation>图像地图</translation>
    </message>
    <message>
        <source>The map needs a model and a data set that fit each other.</source>
        <translation>地图需要互相匹配的模型和数据集。</translation>
    </message>
    <message>
        <source>Computes a map that keeps neighbours together, in some seconds. Press again to cancel.</source>
        <translation>用几秒钟计算一张让近邻聚在一起的地图。再按一次可取消。</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>地图的进度</translation>
    </message>
    <message>
        <source>Images that the network sees alike stand together. Point at one to see it (or use the arrow keys), click it or press Return to look inside. Watch the groups part while the network trains.</source>
        <translation>网络认为相似的图像聚在一起。指向一个点（或用方向键）即可看到图像，单击或按回车查看内部。训练时可以看到各群逐渐分开。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ModelDocument</name>
    <message>
        <source>There is no model to save yet. Press Train first.</source>
        <translation>还没有可保存的模型。请先点“训练”。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ModelGuard</name>
    <message>
        <source>Answer the question that is open first.</source>
        <translation>请先回答已经打开的问题。</translation>
    </message>
    <message>
        <source>Another model is in use by now, so nothing was saved as %1.</source>
        <translation>现在用的已是另一个模型，所以没有保存 %1。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::NetworkView</name>
    <message>
        <source>%1
%2 parameters</source>
        <translation>%1
%2 个参数</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 处</translation>
    </message>
    <message>
        <source>Changed from “%1”:</source>
        <translation>相对“%1”的改动：</translation>
    </message>
    <message>
        <source>Edit recipe</source>
        <translation>编辑配方</translation>
    </message>
    <message>
        <source>Edit the recipe: add, remove and reorder layers, change any field, save it. Try a second hidden layer.</source>
        <translation>编辑配方：添加、移除、重排各层，修改任何字段，保存。试试第二个隐藏层。</translation>
    </message>
    <message>
        <source>Back to the recipe as it was</source>
        <translation>恢复原来的配方</translation>
    </message>
    <message>
        <source>Puts the recipe back as it was when it was chosen.</source>
        <translation>把配方恢复成选中时的样子。</translation>
    </message>
    <message>
        <source>Changes to the recipe</source>
        <translation>配方的改动</translation>
    </message>
</context>
<context>
    <name>inkling::ui::PersonalModel</name>
    <message>
        <source>A %1, kept on %2. Every fourth, marked “·”, is never learnt from: those tell how well the learning went.</source>
        <translation>%1，保存于 %2。每四个中有一个（标有“·”）从不用于学习：用它们来检验学得怎么样。</translation>
    </message>
    <message>
        <source>A %1, kept on %2.</source>
        <translation>%1，保存于 %2。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::PinStrip</name>
    <message>
        <source>Nothing is predicted yet</source>
        <translation>还没有预测</translation>
    </message>
    <message>
        <source>Now read as class %1 with %2.</source>
        <translation>现在读作第 %1 类，概率 %2。</translation>
    </message>
    <message>
        <source>Pinned drawings</source>
        <translation>固定的画</translation>
    </message>
    <message>
        <source>Its ten probabilities, 0 to 9, go on changing with the model: train and watch. Click to bring it back to the canvas, right-click to take it off.</source>
        <translation>它的十个概率（0 到 9）随模型变化：训练时看看。单击可放回画板，右键单击可移除。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::PixelPlot</name>
    <message>
        <source>grey value: 0 paper … 255 ink</source>
        <translation>灰度值：0 为纸，255 为墨</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素数</translation>
    </message>
</context>
<context>
    <name>inkling::ui::PlotLegend</name>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>上次训练</translation>
    </message>
</context>
<context>
    <name>inkling::ui::PlotView</name>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
</context>
<context>
    <name>inkling::ui::Preferences</name>
    <message>
        <source>Preferences cannot be saved in %1. They apply until Inkling is closed.</source>
        <translation>无法把首选项保存到 %1。它们在关闭 Inkling 之前有效。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::PreferencesDialog</name>
    <message>
        <source>Runs cannot be kept there. %1</source>
        <translation>无法在那里保存训练记录。%1</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Help while training</source>
        <translation>训练时的帮助</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>History of runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>文字大小(&amp;S)</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>线程数(&amp;R)</translation>
    </message>
    <message>
        <source>L&amp;esson of the recipe</source>
        <translation>配方的讲解(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Advice on the run</source>
        <translation>训练建议(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keep a checkpoint of the run</source>
        <translation>保留训练的检查点(&amp;K)</translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation>恢复默认值(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of all texts and numbers in the window.</source>
        <translation>窗口中所有文字和数字的语言。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light or dark colours, or those of the system.</source>
        <translation>浅色、深色，或跟随系统。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>In percent of the system&apos;s. Try 150 % when you show Inkling to a class.</source>
        <translation>相对于系统文字大小的百分比。在课堂上演示时，试试 150%。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>How many cores a run may use. Fewer leave room for other programs; the results are the same to the bit. A sweep takes it up when it is started next.</source>
        <translation>训练最多使用几个处理器核心。少用几个可以给其他程序留出余地；结果逐位相同。超参数搜索在下次开始时采用。</translation>
    </message>
    <message>
        <source>Lesson of the recipe</source>
        <translation>配方的讲解</translation>
    </message>
    <message>
        <source>Shows above the curves what the recipe teaches and what to try.</source>
        <translation>在曲线上方显示这个配方教什么、可以试什么。</translation>
    </message>
    <message>
        <source>Advice on the run</source>
        <translation>训练建议</translation>
    </message>
    <message>
        <source>Says when a run shows a problem, and what to try.</source>
        <translation>训练出现问题时指出来，并说可以试什么。</translation>
    </message>
    <message>
        <source>Keep a checkpoint of the run</source>
        <translation>保留训练的检查点</translation>
    </message>
    <message>
        <source>Written after an epoch and at least every 30 seconds, so that the run can go on after a crash or a power cut.</source>
        <translation>每轮结束时、至少每 30 秒写一次，崩溃或断电之后可以接着训练。</translation>
    </message>
    <message>
        <source>Sets everything here as it was when Inkling was new. No run is removed.</source>
        <translation>把这里的所有设置恢复为初始值。不会删除任何训练记录。</translation>
    </message>
    <message>
        <source>Everything has been applied already.</source>
        <translation>所有更改都已生效。</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>L&amp;imit</source>
        <translation>上限(&amp;I)</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>更改(&amp;H)…</translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation>训练记录的文件夹</translation>
    </message>
    <message>
        <source>Where finished runs are kept.</source>
        <translation>结束的训练保存在这里。</translation>
    </message>
    <message>
        <source>Change the folder of the runs</source>
        <translation>更改训练记录的文件夹</translation>
    </message>
    <message>
        <source>Chooses another folder for the runs, say on a larger disk. The list of runs shows what is in it.</source>
        <translation>为训练记录另选一个文件夹，例如在更大的磁盘上。记录列表显示所选文件夹中的内容。</translation>
    </message>
    <message>
        <source>Limit of the history</source>
        <translation>训练记录的上限</translation>
    </message>
    <message>
        <source>How much of the disk all runs together may take. Give a run a name to keep it for good.</source>
        <translation>所有训练记录最多占用多少磁盘空间。给某次训练起个名字，它就会一直保留。</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Above the limit, a new run replaces the oldest ones without a name. Runs stay in the folder they are in.</source>
        <translation>超过上限时，新的记录会取代最早的未命名记录。已有的记录留在原来的文件夹里。</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>所有核心（%1 个）</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ProbabilityBars</name>
    <message>
        <source>Nothing is predicted yet</source>
        <translation>还没有预测</translation>
    </message>
    <message>
        <source>Reads %1 with %2</source>
        <extracomment>%1 is a class such as 7, %2 a percentage</extracomment>
        <translation>读作 %1，把握 %2</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ProblemList</name>
    <message>
        <source>Colours are made grey.</source>
        <translation>彩色已转为灰度。</translation>
    </message>
    <message>
        <source>Pixels are stretched to 0 … 255.</source>
        <translation>像素已拉伸到 0…255。</translation>
    </message>
    <message>
        <source>Black and white are swapped.</source>
        <translation>黑白已互换。</translation>
    </message>
    <message>
        <source>Rows and columns are swapped.</source>
        <translation>行列已互换。</translation>
    </message>
    <message>
        <source>Left and right are swapped.</source>
        <translation>左右已互换。</translation>
    </message>
    <message>
        <source>The images are rotated by 180°.</source>
        <translation>图像已旋转 180°。</translation>
    </message>
    <message>
        <source>Blank images are left out.</source>
        <translation>空白图像已去掉。</translation>
    </message>
    <message>
        <source>Training images that are test images as well are left out.</source>
        <translation>也出现在测试集中的训练图像已去掉。</translation>
    </message>
    <message>
        <source>Classes without images are left out.</source>
        <translation>没有图像的类别已去掉。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ProgressPane</name>
    <message>
        <source>epoch %1/%2</source>
        <translation>第 %1/%2 轮</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1 张/秒</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>How much of the planned epochs is done. Change the number of epochs at any time to end sooner or later.</source>
        <translation>计划的轮数完成了多少。随时可以改轮数，让训练早些或晚些结束。</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Time left and images per second. Try another batch size and see how the speed changes.</source>
        <translation>剩余时间和每秒图像数。换一个批大小，看看速度怎样变化。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::Rail</name>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1（Ctrl+%2）</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ReadoutOverlay</name>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>this batch</source>
        <translation>这一批</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>上次训练</translation>
    </message>
    <message>
        <source>mean of %1 steps</source>
        <translation>%1 步平均</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RecentFiles</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>No models opened yet</source>
        <translation>还没有打开过模型</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RecipeChooser</name>
    <message>
        <source>Open recipe…</source>
        <translation>打开配方…</translation>
    </message>
    <message>
        <source>Recipes that cannot be read and are left out: %1. The first: %2</source>
        <translation>无法读取而略去的配方：%1 个。第一个：%2</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RecipeEditor</name>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Fields of the recipe</source>
        <translation>配方的字段</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>&amp;Use this recipe</source>
        <translation>使用此配方(&amp;U)</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>配方名称</translation>
    </message>
    <message>
        <source>Its name in the list of recipes and the name of its file.</source>
        <translation>它在配方列表中的名称，也是文件名。</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Writes this recipe as a file (.json).</source>
        <translation>把此配方写成文件 (.json)。</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Starts afresh with a single dense layer.</source>
        <translation>从单个全连接层重新开始。</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制(&amp;D)</translation>
    </message>
    <message>
        <source>Goes on with a copy under another name.</source>
        <translation>用另一个名称的副本继续编辑。</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Opens a recipe from a file (.json).</source>
        <translation>从文件 (.json) 打开配方。</translation>
    </message>
    <message>
        <source>Saved the recipe as %1.</source>
        <translation>配方已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 · %2 parameters</source>
        <translation>%1 · %2 个参数</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 处</translation>
    </message>
    <message>
        <source>The same as “%1”.</source>
        <translation>与“%1”相同。</translation>
    </message>
    <message>
        <source>Changed from “%1”: %2</source>
        <translation>相对“%1”的改动：%2</translation>
    </message>
    <message>
        <source>A layer does not fit: the reason stands beside it.</source>
        <translation>有一层不合适：原因写在它旁边。</translation>
    </message>
    <message>
        <source>Give the recipe a name.</source>
        <translation>请给配方起个名字。</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>%1. Kept: %2.</source>
        <translation>%1。保留：%2。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ReliabilityPlot</name>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>No image gets %1 to %2 %.</source>
        <translation>没有图像得到 %1 到 %2 %。</translation>
    </message>
    <message>
        <source>%1 images get %2 to %3 %: %4 % on average, and %5 % of them are right.</source>
        <translation>%1 幅图像得到 %2 到 %3 %：平均 %4 %，其中 %5 % 是对的。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RescueActions</name>
    <message>
        <source>This is the run that was interrupted. Press Continue to go on with it.</source>
        <translation>这就是中断的那次训练。点“继续”可以接着训练。</translation>
    </message>
    <message>
        <source>&amp;Keep a checkpoint of the run</source>
        <translation>保留训练的检查点(&amp;K)</translation>
    </message>
    <message>
        <source>Written after an epoch and at least every 30 seconds, so that the run can go on after a crash or a power cut.</source>
        <translation>每轮结束时、至少每 30 秒写一次，崩溃或断电之后可以接着训练。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RobustnessPane</name>
    <message>
        <source>%1 after epoch %2</source>
        <translation>%1，第 %2 轮之后</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Press Measure: it reads %1 images in 42 disguises.</source>
        <translation>请按“测量”：用 42 种变化读取 %1 幅图像。</translation>
    </message>
    <message>
        <source>%1; grey: %2</source>
        <translation>%1；灰色：%2</translation>
    </message>
    <message>
        <source>Measures the accuracy on noisy, turned, shifted, scaled, thickened, blurred and covered images. Measure, train with augmentation, measure again: the earlier curves stay in grey.</source>
        <translation>测量对加噪、旋转、平移、缩放、加粗、模糊和遮挡图像的准确率。先测量，用数据增强训练，再测量：先前的曲线以灰色保留。</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量的进度</translation>
    </message>
    <message>
        <source>Accuracy against the strength of the change; the dashed curve is the measurement before.</source>
        <translation>准确率与变化强度；虚线是上一次的测量。</translation>
    </message>
    <message>
        <source>Press Measure: this network and %2 read %1 images in 42 disguises.</source>
        <translation>按“测量”：这个网络和 %2 会各读 %1 张图像的 42 种变形。</translation>
    </message>
    <message>
        <source>%1. %2 of %3 kinds are measured: Measure goes on with the others.</source>
        <translation>%1。已测量 %3 种变化中的 %2 种：按“测量”继续其余各种。</translation>
    </message>
    <message>
        <source>%1. %2 of %3 kinds are measured.</source>
        <translation>%1。已测量 %3 种变化中的 %2 种。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RobustnessPlot</name>
    <message>
        <source>noise, share of full ink</source>
        <translation>噪声（满墨为 1）</translation>
    </message>
    <message>
        <source>turned, degrees</source>
        <translation>旋转（度）</translation>
    </message>
    <message>
        <source>shifted, pixels</source>
        <translation>平移（像素）</translation>
    </message>
    <message>
        <source>scaled by</source>
        <translation>缩放倍数</translation>
    </message>
    <message>
        <source>strokes wider by, pixels</source>
        <translation>笔画加宽（像素）</translation>
    </message>
    <message>
        <source>blur, pixels</source>
        <translation>模糊（像素）</translation>
    </message>
    <message>
        <source>covered square, pixels</source>
        <translation>遮挡方块（像素）</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RunActions</name>
    <message>
        <source>There are no images to train on: choose a data set first.</source>
        <translation>没有可训练的图像：请先选择数据集。</translation>
    </message>
    <message>
        <source>Pause first: single steps are taken from a standstill.</source>
        <translation>请先暂停：单步要在停下时进行。</translation>
    </message>
    <message>
        <source>+1 &amp;batch</source>
        <translation>+1 批(&amp;B)</translation>
    </message>
    <message>
        <source>Train on one batch and pause. Try it at the very beginning and watch the bars.</source>
        <translation>训练一批然后暂停。在最开始试试，看着那些概率条。</translation>
    </message>
    <message>
        <source>+1 &amp;epoch</source>
        <translation>+1 轮(&amp;E)</translation>
    </message>
    <message>
        <source>Train to the end of the epoch and pause. Try it to compare epoch by epoch.</source>
        <translation>训练到本轮结束然后暂停。用它来逐轮比较。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>End the run after this batch and keep the model. Training can go on from there later.</source>
        <translation>这一批之后结束训练并保留模型。以后可以从这里继续。</translation>
    </message>
    <message>
        <source>Nothing is running, so there is nothing to stop.</source>
        <translation>没有训练在进行，所以没有可停止的。</translation>
    </message>
    <message>
        <source>Re&amp;wind</source>
        <translation>复位(&amp;W)</translation>
    </message>
    <message>
        <source>Back to the same fresh weights, with the settings as they are now. Try one changed setting at a time: the last run stays behind the new curve.</source>
        <translation>回到同样的初始权重，采用现在的设置。每次只改一项设置试试：上次的曲线会留在新曲线后面。</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Halt after this batch; nothing is lost. Try changing the learning rate meanwhile.</source>
        <translation>这一批之后停下，什么也不会丢失。趁这时改改学习率。</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Go on exactly where the run was paused.</source>
        <translation>从暂停处原样继续。</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>Go on exactly where the run was stopped, as if it had not been.</source>
        <translation>从停止处原样继续，就像没有停过一样。</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Train the network from fresh weights. Watch how soon the curves bend.</source>
        <translation>从全新的权重开始训练。看看曲线多快开始弯曲。</translation>
    </message>
    <message>
        <source>Train these weights further: for the epochs that are left, or for as many again. Rewind starts over.</source>
        <translation>接着训练这些权重：跑完剩下的轮数，或者再跑同样多轮。“复位”则从头开始。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RunKeeper</name>
    <message>
        <source>The run cannot be kept: %1</source>
        <translation>无法保留这次训练：%1</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RunRescue</name>
    <message>
        <source>No checkpoint of the run can be kept: %1</source>
        <translation>无法保留训练的检查点：%1</translation>
    </message>
    <message>
        <source>The run that was interrupted cannot be opened; it was put aside as %1. %2</source>
        <translation>中断的那次训练打不开，已另存为 %1。%2</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RunTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RunsPage</name>
    <message>
        <source>Every run that has ended, with its settings and its model: compare them, go back to one, or export the figures.</source>
        <translation>每次结束的训练，连同设置和模型：可以互相比较、回到其中一次，或导出数据。</translation>
    </message>
    <message>
        <source>Select several runs with Ctrl or Shift to lay their curves over one another and see here what differs in their recipes.</source>
        <translation>用 Ctrl 或 Shift 选中几次训练，就能把它们的曲线叠在一起，并在这里看到配方有哪些不同。</translation>
    </message>
    <message>
        <source>the same recipe</source>
        <translation>配方相同</translation>
    </message>
    <message>
        <source>The settings of “%1” are back. Press Rewind, then Train.</source>
        <translation>已恢复“%1”的设置。按“复位”，再按“训练”。</translation>
    </message>
    <message>
        <source>Saved the figures as %1.</source>
        <translation>数据已保存为 %1。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Select one run first.</source>
        <translation>请先选中一次训练。</translation>
    </message>
    <message>
        <source>Restore settings</source>
        <translation>恢复设置</translation>
    </message>
    <message>
        <source>Put this run&apos;s recipe into the controls. Train it again, or change one thing.</source>
        <translation>把这次训练的配方放回各项设置。可以再训练一次，或只改一处。</translation>
    </message>
    <message>
        <source>Load model</source>
        <translation>载入模型</translation>
    </message>
    <message>
        <source>Use the network of this run, as it was at its end.</source>
        <translation>使用这次训练结束时的网络。</translation>
    </message>
    <message>
        <source>No model was kept with this run.</source>
        <translation>这次训练没有保存模型。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give the run a name. Named runs are never removed to save space.</source>
        <translation>给这次训练起个名字。有名字的训练不会为了节省空间而被删除。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the selected runs and their models for good.</source>
        <translation>永久删除选中的训练和它们的模型。</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Write the figures of the selected runs as a table, a row for each epoch.</source>
        <translation>把选中训练的数据写成表格，每轮一行。</translation>
    </message>
    <message>
        <source>Click a column&apos;s title to sort. Ctrl or Shift selects several runs.</source>
        <translation>点击列标题可以排序。按住 Ctrl 或 Shift 可以选中多次训练。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Differences between the selected runs</source>
        <translation>选中的训练之间的不同之处</translation>
    </message>
    <message>
        <source>The selected runs have been removed.</source>
        <translation>选中的训练已删除。</translation>
    </message>
    <message>
        <source>data %1 → %2</source>
        <translation>数据 %1 → %2</translation>
    </message>
    <message>
        <source>%1 is among the runs now.</source>
        <translation>%1 已加入记录。</translation>
    </message>
    <message>
        <source>Read model file…</source>
        <translation>读取模型文件…</translation>
    </message>
    <message>
        <source>Take the run of a model file into the history, such as one that the command line trained.</source>
        <translation>把模型文件的训练记录加入历史，例如命令行训练出的模型。</translation>
    </message>
    <message>
        <source>No runs yet. Press Train on the Learn page: every run that ends, is stopped or is rewound after an epoch is kept here with its settings, curves and model.</source>
        <translation>还没有记录。请在“学习”页点“训练”：每次结束、停止或训练一轮后复位的训练都会保存在这里，连同设置、曲线和模型。</translation>
    </message>
    <message>
        <source>The recipe “%1”, unchanged.</source>
        <translation>配方“%1”，没有改动。</translation>
    </message>
    <message>
        <source>Changed from “%1”</source>
        <translation>与“%1”相比的改动</translation>
    </message>
    <message>
        <source>Runs that cannot be read and are left out: %1. The first: %2</source>
        <translation>无法读取而略去的训练：%1 个。第一个：%2</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RunsPlot</name>
    <message>
        <source>Accuracy of the selected runs</source>
        <translation>选中训练的准确率</translation>
    </message>
    <message>
        <source>Loss of the selected runs</source>
        <translation>选中训练的损失</translation>
    </message>
    <message>
        <source>Points: validation after each epoch. Thin lines: the training batches. The colours stand beside the names in the table.</source>
        <translation>点：每轮之后的验证结果。细线：训练批次。颜色与表格中名称旁的一致。</translation>
    </message>
    <message>
        <source>epochs (points: after each; thin: batches)</source>
        <translation>轮（点：每轮之后；细线：各批）</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SampleDetail</name>
    <message>
        <source>No prediction yet</source>
        <translation>还没有预测</translation>
    </message>
    <message>
        <source>✓ read right · loss %1</source>
        <translation>✓ 读对了 · 损失 %1</translation>
    </message>
    <message>
        <source>✗ read as %1 · loss %2</source>
        <translation>✗ 读成 %1 · 损失 %2</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Copy to canvas</source>
        <translation>复制到画板</translation>
    </message>
    <message>
        <source>Puts this digit on the canvas as pixels. Try to erase it and draw it better.</source>
        <translation>把这个数字按像素放到画板上。试着擦掉它，写得更好。</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>How sure the network is of each class; the true one is outlined.</source>
        <translation>网络对每一类有多大把握；正确的一类加了边框。</translation>
    </message>
    <message>
        <source>No sample chosen</source>
        <extracomment>%1 is a class such as 7, %2 the number of the image</extracomment>
        <translation>没有选中样本</translation>
    </message>
    <message>
        <source>A %1 · image %2</source>
        <translation>%1 · 第 %2 张图像</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SampleModel</name>
    <message>
        <source>Sample %1: a %2</source>
        <translation>样本 %1：%2</translation>
    </message>
    <message>
        <source>Sample %1: a %2, read right with %3 %</source>
        <translation>样本 %1：%2，读对了，把握 %3 %</translation>
    </message>
    <message>
        <source>Sample %1: a %2, read as %3 with %4 %</source>
        <translation>样本 %1：%2，读成 %3，把握 %4 %</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SampleTiles</name>
    <message>
        <source>No samples yet: load a data set.</source>
        <translation>还没有样本：请载入数据集。</translation>
    </message>
    <message>
        <source>all classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>by loss</source>
        <translation>按损失</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>最没把握的在前</translation>
    </message>
    <message>
        <source>wrong only</source>
        <translation>只看错的</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Shows one class only. Try 9 with “wrong only”: what are they taken for?</source>
        <translation>只显示一个类别。选 9 再勾上“只看错的”：它们被读成了什么？</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Puts the samples in another order. By loss, the worst mistakes come first: would you read them right?</source>
        <translation>换一种顺序。按损失时，错得最厉害的在最前：你能读对吗？</translation>
    </message>
    <message>
        <source>Wrong only</source>
        <translation>只看错的</translation>
    </message>
    <message>
        <source>Shows only what is read wrong now. Watch it empty while the network trains (%1).</source>
        <translation>只显示现在读错的。训练时看着它越来越少（%1）。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Nothing to show: no sample is like that.</source>
        <translation>没有可显示的：没有这样的样本。</translation>
    </message>
    <message>
        <source>read as anything</source>
        <translation>读作任意类别</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Shows only what is read as this class. Try 9: what else looks like one?</source>
        <translation>只显示读作此类的样本。试试 9：还有什么看起来像 9？</translation>
    </message>
    <message>
        <source>closest calls first</source>
        <translation>最难分辨的在前</translation>
    </message>
    <message>
        <source>surest mistakes first</source>
        <translation>最自信的误读在前</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SamplesPane</name>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>哪些样本</translation>
    </message>
    <message>
        <source>Validation images are held out of the training. Look at test images as rarely as you can: a choice made by looking at them is no longer honest.</source>
        <translation>验证图像不参与训练。测试图像看得越少越好：看着它们做出的选择就不再可信了。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::Session</name>
    <message>
        <source>This run was trained on “%1”, and those images are not here, so it cannot go on. Press Rewind to start anew on the data that is here.</source>
        <translation>这次训练用的是“%1”，那些图像现在不在这里，所以不能继续。点“复位”可以用现有的数据重新开始。</translation>
    </message>
    <message>
        <source>%1 Press Rewind to start anew.</source>
        <translation>%1点“复位”可以重新开始。</translation>
    </message>
    <message>
        <source>The last layer has %1 units now, one for each class of %2.</source>
        <translation>最后一层现有 %1 个单元，对应 %2 的每个类别。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SettingsPanel</name>
    <message>
        <source>“%1” is not a number this field can take.</source>
        <translation>“%1”不是这里能用的数。</translation>
    </message>
    <message>
        <source>%1 is not possible: allowed is %2 to %3.</source>
        <translation>不能用 %1：允许 %2 到 %3。</translation>
    </message>
    <message>
        <source>Write whole numbers, such as 128 or 128, 64.</source>
        <translation>请写整数，例如 128 或 128, 64。</translation>
    </message>
    <message>
        <source>This network has %1 hidden layers: write as many numbers.</source>
        <translation>这个网络有 %1 个隐藏层：请写同样多的数。</translation>
    </message>
    <message>
        <source>%1 is not possible: allowed is %2.</source>
        <translation>不能用 %1：允许的是 %2。</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>One-cycle</source>
        <translation>One-cycle</translation>
    </message>
    <message>
        <source>Takes effect now</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>These reach a run at its next batch, also while it is running.</source>
        <translation>这些设置在下一批就生效，训练中也一样。</translation>
    </message>
    <message>
        <source>Takes effect on Rewind</source>
        <translation>复位后生效</translation>
    </message>
    <message>
        <source>These need a fresh start. Change them at any time; the next Rewind or a new run uses them.</source>
        <translation>这些设置需要重新开始。随时可改；下次复位或新的训练会用上它们。</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>The images to learn from. Try Fashion-MNIST if it is installed, or open a folder of your own.</source>
        <translation>用来学习的图像。如果装了 Fashion-MNIST 就试试它，或打开你自己的文件夹。</translation>
    </message>
    <message>
        <source>Re&amp;cipe</source>
        <translation>配方(&amp;C)</translation>
    </message>
    <message>
        <source>A network with everything its training needs. Climb the rungs: softmax, multilayer perceptron, convolutional network.</source>
        <translation>一个网络以及训练它所需的一切。一级一级往上走：softmax、多层感知机、卷积网络。</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>学习率(&amp;L)</translation>
    </message>
    <message>
        <source>How far each step moves the weights. Try ten times more until the loss jumps, then go back.</source>
        <translation>每一步把权重移动多远。试着乘以十，直到损失乱跳，再退回来。</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>轮数(&amp;E)</translation>
    </message>
    <message>
        <source>How often every training image is seen. Try more while validation still gets better.</source>
        <translation>每张训练图像看多少遍。只要验证还在变好，就多来几轮。</translation>
    </message>
    <message>
        <source>Channels, &amp;units</source>
        <translation>通道、单元(&amp;U)</translation>
    </message>
    <message>
        <source>Hidden &amp;units</source>
        <translation>隐藏单元(&amp;U)</translation>
    </message>
    <message>
        <source>The width of each hidden layer, from first to last. Try 32 or 512; for two layers write 128, 64.</source>
        <translation>每个隐藏层的宽度，从前到后。试试 32 或 512；两层就写 128, 64。</translation>
    </message>
    <message>
        <source>&amp;Optimizer</source>
        <translation>优化器(&amp;O)</translation>
    </message>
    <message>
        <source>The rule that turns gradients into steps. Try Adam with a learning rate of 0.001 against plain SGD with 0.1.</source>
        <translation>把梯度变成步子的规则。用学习率 0.001 的 Adam 和 0.1 的普通 SGD 比一比。</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>学习率计划(&amp;S)</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run. Try one-cycle for a short run, constant to see the plain effect.</source>
        <translation>学习率在训练中怎样变化。短的训练试试 one-cycle，想看单纯的效果就用恒定。</translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation>批大小(&amp;B)</translation>
    </message>
    <message>
        <source>Images per step. Try 16 for noisier and more steps, 256 for smoother and fewer.</source>
        <translation>每一步用多少张图像。16 步子多而噪声大，256 步子少而平稳。</translation>
    </message>
    <message>
        <source>Dro&amp;pout</source>
        <translation>Dropout(&amp;P)</translation>
    </message>
    <message>
        <source>The share of units switched off at random while training. Try 0.2 if training does much better than validation.</source>
        <translation>训练时随机关掉的单元比例。如果训练比验证好很多，试试 0.2。</translation>
    </message>
    <message>
        <source>&amp;Weight decay</source>
        <translation>权重衰减(&amp;W)</translation>
    </message>
    <message>
        <source>Pulls weights towards zero at every step. Try 0.0001 against overfitting.</source>
        <translation>每一步把权重向零拉一点。用 0.0001 来对付过拟合。</translation>
    </message>
    <message>
        <source>&amp;Augment</source>
        <translation>数据增强(&amp;A)</translation>
    </message>
    <message>
        <source>Changes every training image a little, anew each time. Try it for digits you draw yourself: it costs some speed.</source>
        <translation>每次都把训练图像稍微改变一下。想识别自己写的数字就试试：会慢一点。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>All chance in a run comes from this number: the same seed gives the same run. Try another to see how much is luck.</source>
        <translation>训练中的一切随机都来自这个数：种子相同，结果相同。换一个看看有多少是运气。</translation>
    </message>
    <message>
        <source>↺ waiting</source>
        <translation>↺ 待生效</translation>
    </message>
    <message>
        <source>These changes wait for Rewind:</source>
        <translation>这些改动要等复位才生效：</translation>
    </message>
    <message>
        <source>vary images</source>
        <translation>变化图像</translation>
    </message>
    <message>
        <source>Class balance</source>
        <translation>类别平衡</translation>
    </message>
    <message>
        <source>For classes with unequally many images. Equal sampling shows each class equally often; class weights let the images of small classes count more in the loss: their steps are longer, so try a third of the learning rate.</source>
        <translation>用于各类别图像数量不均的情况。均衡采样让每个类别出现得同样频繁；类别加权让小类别的图像在损失中占更大的权重：它们的步长更大，可试试把学习率降到三分之一。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Equal sampling</source>
        <translation>均衡采样</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>类别加权</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SubjectPane</name>
    <message>
        <source> ✓ it is one</source>
        <translation> ✓ 正确</translation>
    </message>
    <message>
        <source> ✗ it is a %1</source>
        <translation> ✗ 其实是 %1</translation>
    </message>
    <message>
        <source>Read as &lt;b&gt;%1&lt;/b&gt; with %2%3</source>
        <translation>读作 &lt;b&gt;%1&lt;/b&gt;，把握 %2%3</translation>
    </message>
    <message>
        <source> (changed copy of the Lab)</source>
        <translation>（实验室里改动过的副本）</translation>
    </message>
    <message>
        <source>Drawing area</source>
        <translation>绘图区</translation>
    </message>
    <message>
        <source>image </source>
        <translation>图像 </translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation>你画的</translation>
    </message>
    <message>
        <source>Validation image</source>
        <translation>验证图像</translation>
    </message>
    <message>
        <source>Step through the validation images, or draw on the left: both are read at once.</source>
        <translation>逐张翻看验证图像，或在左边画：都会立即识别。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Starts with an empty canvas.</source>
        <translation>从空白画布开始。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SweepDialog</name>
    <message>
        <source>New sweep of “%1”</source>
        <translation>“%1”的新搜索</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Settings to vary, and the values to try:</source>
        <translation>要变化的设置和要试的值：</translation>
    </message>
    <message>
        <source>+ &amp;another setting</source>
        <translation>+ 再加一项(&amp;A)</translation>
    </message>
    <message>
        <source>Vary one more setting; at most five.</source>
        <translation>再变化一项设置；最多五项。</translation>
    </message>
    <message>
        <source>&amp;Make the sweep</source>
        <translation>创建搜索(&amp;M)</translation>
    </message>
    <message>
        <source>Every &amp;combination (grid)</source>
        <translation>所有组合（网格）(&amp;C)</translation>
    </message>
    <message>
        <source>Few settings with few values: see how each of them acts.</source>
        <translation>设置少、取值少时：看清每一项的作用。</translation>
    </message>
    <message>
        <source>&amp;Random draws:</source>
        <translation>随机抽取(&amp;R)：</translation>
    </message>
    <message>
        <source>Many settings: random draws find a good one with fewer trials than a grid, as a rule (Bergstra and Bengio 2012).</source>
        <translation>设置很多时：随机抽取通常比网格用更少的试验找到好的设置（Bergstra 与 Bengio，2012）。</translation>
    </message>
    <message>
        <source>Number of random draws</source>
        <translation>随机抽取次数</translation>
    </message>
    <message>
        <source>Every setting is trained once with each seed; figures are means. Three seeds tell luck from skill: try 1, 2, 3.</source>
        <translation>每组设置用每个种子各训练一次，数字取平均。三个种子就能分清运气和本领：试试 1, 2, 3。</translation>
    </message>
    <message>
        <source>Stop a trial &amp;early, after</source>
        <translation>提前停止试验(&amp;E)：连续</translation>
    </message>
    <message>
        <source>Ends a trial when so many epochs have passed without a better validation loss.</source>
        <translation>连续这么多轮验证损失没有变好就结束试验。</translation>
    </message>
    <message>
        <source>Epochs without a better validation loss</source>
        <translation>验证损失没有变好的轮数</translation>
    </message>
    <message>
        <source>epochs without a better validation loss</source>
        <translation>轮验证损失没有变好</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>种子(&amp;S)</translation>
    </message>
    <message>
        <source>Images for &amp;validation</source>
        <translation>验证图像数(&amp;V)</translation>
    </message>
    <message>
        <source>There is a sweep of this name already.</source>
        <translation>已经有同名的搜索。</translation>
    </message>
    <message>
        <source>Trials: %1, each trained on one core, side by side.</source>
        <translation>共 %1 次试验，每次用一个核心，并排训练。</translation>
    </message>
    <message>
        <source>Not yet: see above.</source>
        <translation>还不行：见上面的说明。</translation>
    </message>
    <message>
        <source>%1 There are no more than %2 different settings to draw.</source>
        <translation>%1可抽取的不同设置只有 %2 种。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SweepPage</name>
    <message>
        <source>Train many variants of a recipe side by side and see which settings matter.</source>
        <translation>并排训练一个配方的许多变体，看看哪些设置重要。</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>%1 of %2 trials</source>
        <translation>%1 / %2 次试验</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还需 %1</translation>
    </message>
    <message>
        <source>This trial is not finished yet.</source>
        <translation>这次试验尚未完成。</translation>
    </message>
    <message>
        <source>No model was kept with this trial. Its recipe is in the controls now.</source>
        <translation>这次试验没有保留模型。它的配方已放入设置。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Saved the sweep as %1.</source>
        <translation>搜索已保存为 %1。</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End the trials under way. What is finished stays; the rest can be done later.</source>
        <translation>结束正在进行的试验。已完成的会保留，其余可以以后再做。</translation>
    </message>
    <message>
        <source>Every trial of this sweep is done. Click a cell to use its model.</source>
        <translation>这个搜索的试验都已完成。点一个格子就使用它的模型。</translation>
    </message>
    <message>
        <source>Train every trial that is not there yet, one on each core.</source>
        <translation>训练所有还没有结果的试验，每个核心一次。</translation>
    </message>
    <message>
        <source>recipe %1</source>
        <translation>配方 %1</translation>
    </message>
    <message>
        <source>random search</source>
        <translation>随机搜索</translation>
    </message>
    <message>
        <source>a list of settings</source>
        <translation>一份设置清单</translation>
    </message>
    <message>
        <source>every combination</source>
        <translation>所有组合</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 个种子</translation>
    </message>
    <message>
        <source>%1 images held out for validation</source>
        <translation>留出 %1 张图像作验证</translation>
    </message>
    <message>
        <source>nothing held out for validation</source>
        <translation>没有留出验证图像</translation>
    </message>
    <message>
        <source>early stopping with a patience of %1</source>
        <translation>提前停止，耐心 %1 轮</translation>
    </message>
    <message>
        <source>no early stopping</source>
        <translation>不提前停止</translation>
    </message>
    <message>
        <source>Best on validation: %1, with %2. Measured on the test set only after that choice, once: %3.</source>
        <translation>验证上最好的是 %1：%2。选定之后才在测试集上测了一次：%3。</translation>
    </message>
    <message>
        <source>Nothing is held out in this sweep, so every trial is measured on the test set and none may be chosen by it.</source>
        <translation>这个搜索没有留出图像，所以每次试验都在测试集上测量，也就不能据此挑选。</translation>
    </message>
    <message>
        <source>No setting can be chosen: nothing was held out, or every trial diverged.</source>
        <translation>无法选出设置：没有留出图像，或者所有试验都发散了。</translation>
    </message>
    <message>
        <source>The best setting is chosen on validation when all trials are done; only then is the test set used, once.</source>
        <translation>所有试验完成后，最好的设置由验证集选出；之后才使用测试集，只用一次。</translation>
    </message>
    <message>
        <source>The settings to try. Those of the notebooks are here already.</source>
        <translation>要试的设置。各笔记本的设置已经在这里。</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Vary any settings of the recipe on the Learn page: a grid or a random search, several seeds, early stopping.</source>
        <translation>变化“学习”页上配方的任何设置：网格或随机搜索，多个种子，提前停止。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove a sweep of your own, with its results and models.</source>
        <translation>删除自己的搜索及其结果和模型。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Open a sweep from a file (.json).</source>
        <translation>从文件 (.json) 打开搜索。</translation>
    </message>
    <message>
        <source>Save the sweep</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>Save the heatmap as PNG or PDF, or the trials as CSV.</source>
        <translation>把热图保存为 PNG 或 PDF，或把试验保存为 CSV。</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>搜索进度</translation>
    </message>
    <message>
        <source>How much of the work is done.</source>
        <translation>已完成的工作量。</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>其他设置</translation>
    </message>
    <message>
        <source>The other settings of this sweep.</source>
        <translation>这个搜索的其他设置。</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Heatmap of the accuracies</source>
        <translation>准确率热图</translation>
    </message>
    <message>
        <source>Accuracy over two settings; brighter is better. Click a cell, or choose it with the arrow keys and Enter, to use its model.</source>
        <translation>两项设置下的准确率；越亮越好。点一个格子，或用方向键和回车选择，就使用它的模型。</translation>
    </message>
    <message>
        <source>Click a column&apos;s title to sort. Double click a row, or press Enter, to use its model.</source>
        <translation>点列标题排序。双击一行或按回车，就使用它的模型。</translation>
    </message>
    <message>
        <source>Sweeps that cannot be read and are left out: %1. The first: %2</source>
        <translation>无法读取而略去的搜索：%1 个。第一个：%2</translation>
    </message>
    <message>
        <source>a twelfth of the images held out for validation, at most 5,000</source>
        <translation>留出十二分之一的图像作验证，最多 5,000 张</translation>
    </message>
    <message>
        <source>%1 of the images held out for validation</source>
        <translation>留出 %1 的图像作验证</translation>
    </message>
</context>
<context>
    <name>inkling::ui::TrainingPlot</name>
    <message>
        <source>%1: choose a name that ends in png, pdf, svg or csv</source>
        <translation>%1：请用以 png、pdf、svg 或 csv 结尾的文件名</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Loss curves</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <source>Accuracy curves</source>
        <translation>准确率曲线</translation>
    </message>
    <message>
        <source>Cross-entropy: 2.3 is guessing, 0 is perfect. If validation rises while train falls, the network learns by heart.</source>
        <translation>交叉熵：2.3 是瞎猜，0 是完美。如果训练下降而验证上升，网络就是在死记硬背。</translation>
    </message>
    <message>
        <source>Share of digits read right: 10 % is guessing.</source>
        <translation>读对的数字所占的比例：10% 是瞎猜。</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>Equal distances for equal ratios. Try it late in a run, when the curve looks flat.</source>
        <translation>相同的倍数占相同的距离。训练后期曲线看起来平了就试试它。</translation>
    </message>
    <message>
        <source>Gives 90, 99 and 99.9 % equal distances. Try it when the curve sticks to the top.</source>
        <translation>让 90%、99% 和 99.9% 间距相等。曲线贴着顶的时候试试它。</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Back to the automatic view. Zoom with the wheel (Ctrl: vertically), drag to pan; a double click does this too.</source>
        <translation>回到自动视图。滚轮缩放（按 Ctrl 为纵向），拖动平移；双击也可以重置。</translation>
    </message>
    <message>
        <source>Save the curves</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Saves the picture as PNG, PDF or SVG, or every point as CSV. Try a PDF in your report.</source>
        <translation>保存为 PNG、PDF 或 SVG 图片，或把每个点存为 CSV。在报告里放一张 PDF 试试。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::TrialTable</name>
    <message>
        <source>This trial diverged: its loss grew beyond all bounds.</source>
        <translation>这次试验发散了：损失无限增大。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>笔记本</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>inkling::ui::TrustPane</name>
    <message>
        <source>Hash of the weights: &lt;b&gt;%1&lt;/b&gt;. Two machines that trained the same recipe show the same one if their weights agree to the last bit.</source>
        <translation>权重的散列值：&lt;b&gt;%1&lt;/b&gt;。两台机器训练同一配方后，若权重逐位相同，这里显示的也相同。</translation>
    </message>
    <message>
        <source>The check needs a model and a data set that fit each other.</source>
        <translation>检查需要互相匹配的模型和数据集。</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比较……</translation>
    </message>
    <message>
        <source>%1 derivatives of this network compared with differences of its loss, in double precision: the largest relative error is &lt;b&gt;%2&lt;/b&gt;.</source>
        <translation>以双精度把这个网络的 %1 个导数与损失的差分比较：最大相对误差为 &lt;b&gt;%2&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>Training …</source>
        <translation>正在训练……</translation>
    </message>
    <message>
        <source>Trains seven small networks for 200 steps each, from the same weights and on the same images as PyTorch did (the dense ones NumPy as well), and compares every loss.</source>
        <translation>用与 PyTorch（全连接网络还有 NumPy）相同的初始权重和相同的图像，各训练七个小网络 200 步，逐步比较损失。</translation>
    </message>
    <message>
        <source>The losses of 200 steps differ from those of PyTorch in double precision by &lt;b&gt;%1&lt;/b&gt; of their size at most; single precision explains 0.0001.</source>
        <translation>200 步的损失与 PyTorch 双精度结果的相对差最多为 &lt;b&gt;%1&lt;/b&gt;；单精度本身可解释 0.0001。</translation>
    </message>
    <message>
        <source>Check the gradients</source>
        <translation>检查梯度</translation>
    </message>
    <message>
        <source>Compares the backward pass with what the loss really does when a weight is moved a little: below 0.00001 it is right.</source>
        <translation>把反向传播与权重稍微移动时损失的真实变化比较：低于 0.00001 就是正确的。</translation>
    </message>
    <message>
        <source>Does the backward pass compute what the loss really does?</source>
        <translation>反向传播算出的，真的是损失的变化吗？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compare with PyTorch and NumPy</source>
        <translation>与 PyTorch 和 NumPy 比较</translation>
    </message>
    <message>
        <source>Trains the networks of the test references here and now. It takes some seconds; press again to cancel.</source>
        <translation>在这里当场训练测试参考中的网络。需要几秒钟；再按一次取消。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ViewActions</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Le&amp;sson of the recipe</source>
        <translation>配方的讲解(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;System language</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;System colours</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Advice on the run</source>
        <translation>训练建议(&amp;A)</translation>
    </message>
    <message>
        <source>Says when a run shows a problem, and what to try.</source>
        <translation>训练出现问题时指出来，并说可以试什么。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::WayBox</name>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1: number</source>
        <translation>%1：数值</translation>
    </message>
</context>
<context>
    <name>inkling::ui::WeightsPane</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Which layer&apos;s weights are shown. Watch those of the first layer while the network trains: noise turns into strokes.</source>
        <translation>显示哪一层的权重。训练时看第一层：噪声会变成笔画。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The weights of each unit or kernel, or the whole matrix with a row for each unit. Click one to see what it makes of the drawing.</source>
        <translation>每个单元或卷积核的权重，或每个单元占一行的整个矩阵。点击一个，看它如何处理所画的数字。</translation>
    </message>
    <message>
        <source>kernels of unit </source>
        <translation>单元的卷积核 </translation>
    </message>
    <message>
        <source>all kernels</source>
        <translation>全部卷积核</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>The kernels of one unit, large and with their numbers, or of all units.</source>
        <translation>一个单元的卷积核（放大并标出数值），或所有单元的卷积核。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::WhyPane</name>
    <message>
        <source>Without stroke %1 it would read %2 (%3).</source>
        <translation>去掉第 %1 笔会读作 %2（%3）。</translation>
    </message>
    <message>
        <source>Why %1 (%2) rather than %3 (%4)?</source>
        <translation>为什么是 %1（%2）而不是 %3（%4）？</translation>
    </message>
    <message>
        <source>%1 rather than %2</source>
        <translation>%1 而非 %2</translation>
    </message>
    <message>
        <source>Training image %1, at a distance of %2</source>
        <translation>训练图像 %1，距离 %2</translation>
    </message>
    <message>
        <source>what it reads</source>
        <translation>所读的类别</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Which class the maps speak of. Try the true one when the network is wrong: what is it missing?</source>
        <translation>图中解释的是哪一类。网络读错时选真实类别：它缺了什么？</translation>
    </message>
    <message>
        <source>The gradient of the class&apos;s logit: more ink on blue pixels would speak for it, on orange ones against it.</source>
        <translation>该类 logit 的梯度：蓝色像素多些墨对它有利，橙色则不利。</translation>
    </message>
    <message>
        <source>How much of the probability is lost when a 5×5 square is covered with paper: blue is needed, orange is in the way.</source>
        <translation>用纸遮住 5×5 的方块会损失多少概率：蓝色处不可缺，橙色处碍事。</translation>
    </message>
    <message>
        <source>against the runner-up</source>
        <translation>与第二名相比</translation>
    </message>
    <message>
        <source>What separates the answer from the next likely class: more ink on blue would make the network surer, on orange it would change its mind.</source>
        <translation>答案与第二可能的类别差在哪里：蓝色处多些墨会更有把握，橙色处多些墨会改变主意。</translation>
    </message>
    <message>
        <source>Draw a digit.</source>
        <translation>请画一个数字。</translation>
    </message>
    <message>
        <source>Most alike for the network:</source>
        <translation>网络眼中最相似的：</translation>
    </message>
    <message>
        <source>Nearest training images</source>
        <translation>最接近的训练图像</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Gradient: more ink on blue speaks for the answer, on orange against it. Occlusion: what is blue must not be covered. Right: what separates it from the runner-up.</source>
        <translation>梯度：蓝色处多一点墨支持这个答案，橙色处则反对。遮挡：蓝色处不能被遮住。右图：它与第二名的区别所在。</translation>
    </message>
</context>
</TS>
